import { autocompletion, completionKeymap, type CompletionContext } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { entryAt, suggest, type Mode } from '@/components/expression/model/complete';
import { typeInWords, type ScopeEntry } from '@/components/expression/model/scope-tree';

/** Asked anew each time, so that the editor need not be made again when the scope changes. */
type ScopeNow = () => readonly ScopeEntry[];

interface Setup {
  mode: Mode;
  multiline: boolean;
  hint: string | null;
  scope: ScopeNow;
}

export function editorSetup({ mode, multiline, hint, scope }: Setup): Extension[] {
  return [
    history(),
    keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
    autocompletion({
      override: [completionSource(mode, scope)],
      icons: false,
      activateOnTypingDelay: 60,
      // As many as fit: the arrow keys turn the pages, and nothing has to be scrolled that the keyboard cannot reach.
      maxRenderedOptions: 8,
    }),
    hover(mode, scope),
    bracketMatching(),
    language(mode),
    syntaxHighlighting(look),
    EditorView.lineWrapping,
    theme,
    ...(multiline ? [] : [oneLine]),
    ...(hint === null ? [] : [placeholder(hint)]),
  ];
}

function completionSource(mode: Mode, scope: ScopeNow) {
  return (context: CompletionContext) => {
    const found = suggest(context.state.doc.toString(), context.pos, mode, scope());
    const isTyped = context.explicit || /[\w.`$]$/.test(context.state.sliceDoc(context.pos - 1, context.pos));
    if (!found || !isTyped) return null;
    return {
      from: found.from,
      options: found.options.map(({ label, detail, info, kind }) => ({
        label,
        detail,
        ...(info === '' ? {} : { info }),
        apply: kind === 'function' ? `${label}(` : label,
        boost: kind === 'field' ? 1 : 0,
      })),
      validFor: /^[$`]?[\w -]*$/,
    };
  };
}

function hover(mode: Mode, scope: ScopeNow): Extension {
  return hoverTooltip((view, position) => {
    const found = entryAt(view.state.doc.toString(), position, mode, scope());
    if (!found) return null;
    return { pos: found.from, end: found.to, above: true, create: () => ({ dom: tooltip(found.entry) }) };
  });
}

function tooltip(entry: ScopeEntry): HTMLElement {
  const box = document.createElement('div');
  box.className = 'max-w-72 px-2 py-1.5 text-sm';
  const lines = [
    [entry.title ?? entry.name, 'font-medium'],
    [typeInWords(entry.type), 'text-ink-faint'],
    [entry.description ?? '', ''],
    [sampleText(entry), 'font-mono text-xs text-ink-soft wrap-anywhere'],
  ] as const;
  for (const [text, className] of lines) {
    if (text === '') continue;
    const line = box.appendChild(document.createElement('p'));
    line.className = className;
    line.textContent = text;
  }
  return box;
}

const LONGEST = 120;

function sampleText({ sample }: ScopeEntry): string {
  if (sample === undefined || sample === null) return '';
  const json = JSON.stringify(sample);
  return json.length > LONGEST ? `${json.slice(0, LONGEST)}…` : json;
}

const oneLine = EditorState.transactionFilter.of((change) =>
  change.newDoc.lines > 1
    ? [change, { changes: lineBreaks(change.newDoc.toString()), sequential: true }]
    : change,
);

function lineBreaks(text: string) {
  return [...text.matchAll(/\r?\n/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    insert: ' ',
  }));
}

interface Lexing {
  inside: boolean;
  depth: number;
}

/** Enough to tell texts, numbers, functions and names apart. */
function language(mode: Mode): Extension {
  return StreamLanguage.define<Lexing>({
    startState: () => ({ inside: mode === 'expression', depth: 0 }),
    token: (stream, state) => {
      if (!state.inside) {
        if (stream.match('{{')) {
          state.inside = true;
          return 'brace';
        }
        stream.next();
        stream.eatWhile(/[^{]/);
        return null;
      }
      if (mode === 'template' && state.depth === 0 && stream.match('}}')) {
        state.inside = false;
        return 'brace';
      }
      if (stream.eatSpace()) return null;
      if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^'(?:[^'\\]|\\.)*'?/)) return 'string';
      if (stream.match(/^\d+(\.\d+)?/)) return 'number';
      if (stream.match(/^\$\w*/)) return 'keyword';
      if (stream.match(/^(and|or|in|true|false|null)\b/)) return 'atom';
      if (stream.match(/^(`[^`]*`?|[A-Za-z_]\w*)/)) return 'variableName';
      const char = stream.next();
      if (char === '{') state.depth += 1;
      if (char === '}') state.depth -= 1;
      return null;
    },
  });
}

const look = HighlightStyle.define([
  { tag: tags.string, color: 'var(--completed)' },
  { tag: tags.number, color: 'var(--running)' },
  { tag: tags.keyword, color: 'var(--ai)' },
  { tag: tags.atom, color: 'var(--running)' },
  { tag: tags.variableName, color: 'var(--accent-ink)' },
  { tag: tags.brace, color: 'var(--ink-faint)' },
]);

const theme = EditorView.theme({
  '&': { backgroundColor: 'transparent', fontSize: '0.8125rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.25rem', maxHeight: '20rem' },
  '.cm-content': { padding: '7px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 10px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-placeholder': { color: 'var(--ink-faint)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-soft)', outline: 'none' },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
    borderRadius: '8px',
    boxShadow: '0 4px 12px -2px var(--shade)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', maxHeight: 'none' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--accent-ink)',
  },
  '.cm-completionDetail': {
    color: 'var(--ink-faint)',
    fontStyle: 'normal',
    fontFamily: 'Inter Variable, sans-serif',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-tooltip.cm-completionInfo': {
    fontFamily: 'Inter Variable, sans-serif',
    maxWidth: '16rem',
    padding: '6px 8px',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--failed)' },
});
