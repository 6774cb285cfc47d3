import type { JsonValue } from '@/lib/json';

/** The same value in which expressions that mention a step call it by its new name. */
export function withRenamed<T>(value: T, names: ReadonlyMap<string, string>): T {
  if (names.size === 0) return value;
  return renamed(value as JsonValue, names) as T;
}

function renamed(value: JsonValue, names: ReadonlyMap<string, string>): JsonValue {
  if (typeof value === 'string') return value.includes('{{') ? inText(value, names) : value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, names)]));
}

function inText(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(
    /\{\{([\s\S]*?)\}\}/g,
    (_, expression: string) => `{{${inExpression(expression, names)}}}`,
  );
}

/** A quoted text, or `steps.` with the name that follows it. */
const PIECE = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?<![\w$.`-])steps\s*\.\s*(?:`([^`]+)`|([A-Za-z]\w*))/g;

function inExpression(expression: string, names: ReadonlyMap<string, string>): string {
  return expression.replace(PIECE, (whole: string, quoted?: string, plain?: string) => {
    const to = names.get(quoted ?? plain ?? '');
    return to === undefined ? whole : `steps.${asName(to)}`;
  });
}

/** The name as JSONata takes it: with a dash it stands in backquotes. */
export function asName(id: string): string {
  return id.includes('-') ? `\`${id}\`` : id;
}
