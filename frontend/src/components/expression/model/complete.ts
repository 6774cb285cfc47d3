import { FUNCTIONS } from '@/components/expression/model/functions';
import {
  findEntry,
  named,
  partsOf,
  typeInWords,
  type ScopeEntry,
} from '@/components/expression/model/scope-tree';
import { partsOfTemplate } from '@/components/expression/model/template';

/** Whether a text is one expression, or text with expressions in braces. */
export type Mode = 'expression' | 'template';

export interface Suggestion {
  label: string;
  detail: string;
  info: string;
  kind: 'field' | 'function';
}

export interface Suggestions {
  /** Where what is replaced begins. */
  from: number;
  options: Suggestion[];
}

const NAME = '(?:[A-Za-z_]\\w*|`[^`]*`)(?:\\[[^\\]]*\\])?';
const TYPED = new RegExp(`((?:${NAME}\\.)*)((?:[A-Za-z_]\\w*|\`[^\`]*)?)$`);

/** The range of the expression that a position is in; null in plain text. */
export function expressionAt(
  text: string,
  position: number,
  mode: Mode,
): { from: number; to: number } | null {
  if (mode === 'expression') return { from: 0, to: text.length };
  const part = partsOfTemplate(text).find(
    (one) => one.kind === 'expression' && one.from <= position && position <= one.to,
  );
  return part ? { from: part.from, to: part.to } : null;
}

/** What may be written next at a position. */
export function suggest(
  text: string,
  position: number,
  mode: Mode,
  scope: readonly ScopeEntry[],
): Suggestions | null {
  const range = expressionAt(text, position, mode);
  if (!range) return null;
  const before = text.slice(range.from, position);
  if (isInText(before)) return null;
  const call = /\$\w*$/.exec(before)?.[0];
  if (call !== undefined) return { from: position - call.length, options: functions() };
  const [, parent = '', name = ''] = TYPED.exec(before) ?? [];
  const from = position - name.length;
  if (parent === '') return { from, options: [...scope.map(field), ...functions()] };
  const entry = findEntry(scope, partsOf(parent.slice(0, -1)));
  return entry ? { from, options: entry.children.map(field) } : null;
}

/** The thing that is named at a position, up to the name that the position is in. */
export function entryAt(
  text: string,
  position: number,
  mode: Mode,
  scope: readonly ScopeEntry[],
): { entry: ScopeEntry; from: number; to: number } | null {
  if (!expressionAt(text, position, mode)) return null;
  const path = new RegExp(`${NAME}(?:\\.${NAME})*`, 'g');
  for (const match of text.matchAll(path)) {
    const end = match.index + match[0].length;
    if (position < match.index || position > end) continue;
    const dot = text.indexOf('.', position);
    const to = dot < 0 || dot > end ? end : dot;
    const entry = findEntry(scope, partsOf(text.slice(match.index, to)));
    return entry ? { entry, from: match.index, to } : null;
  }
  return null;
}

function isInText(before: string): boolean {
  const rest = before.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '');
  return /["']/.test(rest);
}

function field(entry: ScopeEntry): Suggestion {
  const about = [entry.title, entry.description].filter(Boolean).join('. ');
  return { label: named(entry.name), detail: typeInWords(entry.type), info: about, kind: 'field' };
}

function functions(): Suggestion[] {
  return FUNCTIONS.map(({ name, takes, does }) => ({
    label: `$${name}`,
    detail: `(${takes})`,
    info: does,
    kind: 'function',
  }));
}
