/** A part of a text with expressions; of an expression, the range is what stands between the braces. */
export interface TemplatePart {
  kind: 'text' | 'expression';
  from: number;
  to: number;
  /** False for an expression whose braces do not end. */
  closed: boolean;
}

export const OPEN = '{{';
export const CLOSE = '}}';

export function partsOfTemplate(text: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let at = 0;
  for (let open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
    if (open > at) parts.push({ kind: 'text', from: at, to: open, closed: true });
    const from = open + OPEN.length;
    const end = endOfExpression(text, from);
    parts.push({ kind: 'expression', from, to: end ?? text.length, closed: end !== null });
    at = end === null ? text.length : end + CLOSE.length;
  }
  if (at < text.length) parts.push({ kind: 'text', from: at, to: text.length, closed: true });
  return parts;
}

/** Index of the closing braces, read over texts, names in backquotes, comments and nested braces. */
function endOfExpression(text: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (depth === 0 && text.startsWith(CLOSE, at)) return at;
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (char === '"' || char === "'" || char === '`') at = endOfQuoted(text, at);
    else if (text.startsWith('/*', at)) at = Math.max(text.indexOf('*/', at + 2) + 1, at + 1);
  }
  return null;
}

function endOfQuoted(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) === '\\' && quote !== '`') at += 1;
    else if (text.charAt(at) === quote) return at;
  }
  return text.length;
}

/** The expression of a text that is exactly one; its value keeps its type. */
export function onlyExpression(text: string): string | null {
  const [part, ...others] = partsOfTemplate(text);
  if (part?.kind !== 'expression' || !part.closed || others.length > 0) return null;
  return text.slice(part.from, part.to).trim();
}

/** What a field for one expression shows of a value: also of one that is not finished yet. */
export function bareText(value: string): string | null {
  if (value.trim() === '') return '';
  const isOne = partsOfTemplate(value).length === 1 && value.startsWith(OPEN) && value.endsWith(CLOSE);
  return isOne && value.length >= OPEN.length + CLOSE.length
    ? value.slice(OPEN.length, -CLOSE.length).trim()
    : null;
}

export function asTemplate(expression: string): string | undefined {
  return expression.trim() === '' ? undefined : `{{ ${expression.trim()} }}`;
}

export function hasExpression(value: unknown): value is string {
  return typeof value === 'string' && value.includes(OPEN);
}
