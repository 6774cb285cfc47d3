import { inWords } from '@/lib/format/words';

const OPERATORS: Record<string, string> = {
  '=': 'is',
  '!=': 'is not',
  '>': 'is more than',
  '>=': 'is at least',
  '<': 'is less than',
  '<=': 'is at most',
  in: 'is one of',
};

const COMPARISON = /^(.+?)\s*(!=|>=|<=|=|>|<|\bin\b)\s*(.+)$/;
const PATH = /^[A-Za-z_][\w-]*(\[\d+\])?(\.(`[^`]+`|[A-Za-z_][\w-]*)(\[\d+\])?)*$/;

/** A condition as a sentence part ("urgency is “high” and score is at least 80"), or null when it is more than that. */
export function conditionInWords(template: string, nameOf: (nodeId: string) => string): string | null {
  const expression = template.trim().replace(/^\{\{/, '').replace(/\}\}$/, '').trim();
  const parts = expression.split(/\s+(and|or)\s+/);
  const words = parts.map((part, index) => (index % 2 === 1 ? part : claim(strip(part), nameOf)));
  return words.includes(null) ? null : words.join(' ');
}

/** What is made small only so that capitals make no difference. */
function inner(text: string): string {
  return /^\$lowercase\((.+)\)$/.exec(strip(text))?.[1] ?? text;
}

function claim(text: string, nameOf: (nodeId: string) => string): string | null {
  const exists = /^\$exists\((.+)\)$/.exec(text)?.[1];
  if (exists !== undefined) return joined(subject(exists, nameOf), 'is given');
  const missing = /^\$not\(\$exists\((.+)\)\)$/.exec(text)?.[1];
  if (missing !== undefined) return joined(subject(missing, nameOf), 'is missing');
  const contains = /^\$contains\(([^,]+),\s*(.+)\)$/.exec(text);
  if (contains)
    return joined(subject(contains[1] ?? '', nameOf), 'contains', literal(inner(contains[2] ?? '')));
  const comparison = COMPARISON.exec(text);
  if (!comparison) return joined(subject(text, nameOf), 'is true');
  const [, left = '', operator = '', right = ''] = comparison;
  return joined(subject(left, nameOf), OPERATORS[operator] ?? null, literal(right) ?? subject(right, nameOf));
}

function subject(text: string, nameOf: (nodeId: string) => string): string | null {
  const path = strip(text).replace(/^\$(lowercase|uppercase|trim|number|string|count|length)\((.+)\)$/, '$2');
  if (!PATH.test(path)) return null;
  const parts = path
    .replace(/\[\d+\]/g, '')
    .replaceAll('`', '')
    .split('.');
  const last = inWords(parts.at(-1) ?? '').toLowerCase();
  if (parts[0] === 'steps' && parts[1] !== undefined) {
    return parts.length > 3 ? `${last} of “${nameOf(parts[1])}”` : `the result of “${nameOf(parts[1])}”`;
  }
  return last;
}

function literal(text: string): string | null {
  const value = strip(text);
  const quoted = /^(['"])(.*)\1$/.exec(value)?.[2];
  if (quoted !== undefined && !quoted.includes("'")) return `“${quoted}”`;
  if (/^-?\d+(\.\d+)?$/.test(value)) return value;
  if (value === 'true' || value === 'false' || value === 'null') return value === 'null' ? 'empty' : value;
  const list = /^\[(.*)\]$/.exec(value)?.[1];
  if (list === undefined) return null;
  const items = list.split(',').map((item) => literal(item));
  return items.includes(null) ? null : anyOf(items.filter((item) => item !== null));
}

function strip(text: string): string {
  const trimmed = text.trim();
  const inner = /^\(([^()]*)\)$/.exec(trimmed)?.[1];
  return inner === undefined ? trimmed : inner.trim();
}

function joined(...parts: (string | null)[]): string | null {
  return parts.includes(null) ? null : parts.join(' ');
}

/** "a", "a or b", "a, b or c". */
export function anyOf(items: string[]): string {
  return listed(items, 'or');
}

export function listed(items: string[], word: 'and' | 'or'): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`;
}
