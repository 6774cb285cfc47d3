/** So many characters tell JSON from YAML; the rest of a large file is not read for it. */
const BEGINNING = 1000;

/** A document as it is sent to be imported: JSON if it begins like that, else YAML. */
export async function documentOf(content: Blob): Promise<Blob> {
  const beginning = await content.slice(0, BEGINNING).text();
  const isJson = /^[\s\uFEFF]*[{[]/.test(beginning);
  return new Blob([content], { type: isJson ? 'application/json' : 'application/yaml' });
}

/** What letters and digits there are, small, with dashes between words: "Tonight's leads" as "tonights-leads". */
export function dashed(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
