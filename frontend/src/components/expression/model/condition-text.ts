import { isObject, type JsonValue } from '@/lib/json';

/** A literal as JSONata writes it: texts in single quotes where they can be, since a config is JSON itself. */
export function literalText(value: JsonValue): string {
  if (typeof value === 'string') {
    const json = JSON.stringify(value);
    return value.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
  }
  if (Array.isArray(value)) return `[${value.map(literalText).join(', ')}]`;
  if (isObject(value) || value === undefined) return 'null';
  return JSON.stringify(value);
}

export type Token =
  | { kind: 'path'; text: string }
  | { kind: 'value'; value: JsonValue }
  | { kind: 'call'; name: string }
  | { kind: 'sign'; text: string };

const NAME = '(?:[A-Za-z_]\\w*|`[^`]+`)';
const STEP = `${NAME}(?:\\[\\d+\\])?`;
const PATTERNS: [Token['kind'], RegExp][] = [
  ['call', /\$(not|exists|contains|count|boolean|lowercase)\(/y],
  ['sign', /!=|>=|<=|[=<>(),[\]]/y],
  ['value', /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])/y],
  ['value', /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/y],
  ['value', /(?:true|false|null)(?![\w.`])/y],
  ['sign', /(?:and|or|in)(?![\w.`])/y],
  ['path', new RegExp(`${STEP}(?:\\.${STEP})*(?![\\w.\`\\[$])`, 'y')],
];

/** The text in pieces; null when there is something in it that the builder never writes. */
export function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const found = tokenAt(text, at);
    if (!found) return null;
    tokens.push(found.token);
    at = found.end;
  }
  return tokens;
}

function tokenAt(text: string, at: number): { token: Token; end: number } | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const token = tokenOf(kind, match[0], match[1] ?? '');
    return token && { token, end: pattern.lastIndex };
  }
  return null;
}

function tokenOf(kind: Token['kind'], text: string, name: string): Token | null {
  if (kind === 'call') return { kind, name };
  if (kind !== 'value') return { kind, text };
  const value = valueOf(text);
  return value === undefined ? null : { kind, value };
}

function valueOf(text: string): JsonValue {
  const inner = text.slice(1, -1);
  const json = text.startsWith("'")
    ? `"${inner.replace(/\\[^]|"/g, (part) => (part === '"' ? '\\"' : part))}"`
    : text;
  try {
    return JSON.parse(json) as JsonValue;
  } catch {
    return undefined;
  }
}
