import { useEffect, useEffectEvent, useRef } from 'react';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { editorSetup } from '@/components/expression/editor-setup';
import { insertPath, PATH_TYPE } from '@/components/expression/insert-path';
import type { Finding } from '@/components/expression/model/check';
import type { Mode } from '@/components/expression/model/complete';
import type { ScopeEntry } from '@/components/expression/model/scope-tree';
import { cx } from '@/lib/cx';
import type { ControlIds } from '@/components/ui/field';

export interface CodeEditorProps {
  ids: ControlIds;
  label: string;
  text: string;
  mode: Mode;
  multiline: boolean;
  hint: string | null;
  readOnly: boolean;
  scope: readonly ScopeEntry[];
  findings: readonly Finding[];
  onText: (text: string) => void;
  onBlur: () => void;
  /** Told how to put a path in at the cursor. */
  onReady: (insert: (path: string) => void) => void;
}

/** A text field that knows expressions. Loaded when the first one is shown. */
export default function CodeEditor(props: CodeEditorProps) {
  const { ids, label, text, mode, multiline, hint, readOnly, scope, findings } = props;
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const scopeNow = useRef(scope);
  const changed = useEffectEvent((next: string) => props.onText(next));
  const left = useEffectEvent(() => props.onBlur());
  const ready = useEffectEvent((insert: (path: string) => void) => props.onReady(insert));
  const textNow = useEffectEvent(() => text);
  const attributes = useEffectEvent(() => contentAttributes(ids, label, multiline));

  useEffect(() => {
    scopeNow.current = scope;
  }, [scope]);

  useEffect(() => {
    if (box.current === null) return;
    const made = new EditorView({
      parent: box.current,
      state: EditorState.create({
        doc: textNow(),
        extensions: [
          editorSetup({ mode, multiline, hint, scope: () => scopeNow.current }),
          EditorState.readOnly.of(readOnly),
          EditorView.contentAttributes.of(() => attributes()),
          EditorView.updateListener.of((update) => {
            if (
              update.docChanged &&
              update.transactions.some((one) => one.isUserEvent('input') || isOwn(one))
            )
              changed(update.state.doc.toString());
          }),
          EditorView.domEventHandlers({
            blur: () => left(),
            drop: (event, target) => dropped(event, target, mode),
          }),
        ],
      }),
    });
    view.current = made;
    ready((path) => insertPath(made, path, mode));
    return () => made.destroy();
  }, [mode, multiline, hint, readOnly]);

  useEffect(() => {
    const now = view.current;
    // What is shown of one expression is trimmed, while spaces are typed at its end.
    if (now === null || now.state.doc.toString() === text || now.state.doc.toString().trim() === text) return;
    now.dispatch({
      changes: { from: 0, to: now.state.doc.length, insert: text },
      annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
    });
  }, [text]);

  useEffect(() => {
    const now = view.current;
    if (now === null) return;
    const last = now.state.doc.length;
    const within = findings.map((one) => ({
      ...one,
      from: Math.min(one.from, last),
      to: Math.min(Math.max(one.to, one.from), last),
    }));
    now.dispatch(setDiagnostics(now.state, within));
  }, [findings, text]);

  useEffect(() => {
    const now = view.current?.contentDOM;
    if (!now) return;
    const sign = (name: string, value: string | undefined) =>
      value === undefined ? now.removeAttribute(name) : now.setAttribute(name, value);
    sign('aria-invalid', ids['aria-invalid'] && 'true');
    sign('aria-describedby', ids['aria-describedby']);
  });

  return (
    <div
      ref={box}
      className={cx(
        'min-w-0 overflow-hidden rounded-md border border-field bg-surface transition-colors focus-within:outline-2 focus-within:outline-accent-ink hover:border-ink-faint',
        ids['aria-invalid'] && 'border-failed',
        multiline ? 'min-h-20' : 'min-h-9',
      )}
    />
  );
}

function isOwn(change: Transaction): boolean {
  return change.annotation(Transaction.remote) !== true;
}

function contentAttributes(ids: ControlIds, label: string, multiline: boolean): Record<string, string> {
  return {
    id: ids.id,
    'aria-label': label,
    'aria-multiline': String(multiline),
    ...(ids['aria-required'] ? { 'aria-required': 'true' } : {}),
  };
}

function dropped(event: DragEvent, view: EditorView, mode: Mode): boolean {
  const path = event.dataTransfer?.getData(PATH_TYPE) ?? '';
  if (path === '') return false;
  event.preventDefault();
  const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.doc.length;
  view.dispatch({ selection: { anchor: at } });
  insertPath(view, path, mode);
  return true;
}
