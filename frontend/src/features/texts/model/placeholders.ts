const PLACEHOLDER = /\{\{\s*([A-Za-z_][\w.-]*)\s*}}/g;

/** The names for which a step gives values, each once, as they first stand in the texts. */
export function placeholdersIn(...texts: string[]): string[] {
  const names = texts.flatMap((text) => Array.from(text.matchAll(PLACEHOLDER), (found) => found[1] ?? ''));
  return [...new Set(names)];
}

/** The text with values in the places of those names that have one. */
export function filledIn(text: string, values: Record<string, string>): string {
  return text.replaceAll(PLACEHOLDER, (place, name: string) => values[name] || place);
}

const escaped = (value: string) =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The same for HTML, where a value is text whatever it holds. */
export function filledInHtml(html: string, values: Record<string, string>): string {
  const safe = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, escaped(value)]));
  return filledIn(html, safe);
}
