/** A text as it is sent to be imported: JSON if it looks like that, else YAML. */
export function documentOf(text: string): Blob {
  const isJson = text.trimStart().startsWith('{');
  return new Blob([text], { type: isJson ? 'application/json' : 'application/yaml' });
}

/** "Internet leads" as the name of a file: "internet-leads". */
export function fileName(name: string): string {
  const plain = dashed(name);
  return plain === '' ? 'workflow' : plain;
}

/** What letters and digits there are, small, with dashes between words. */
export function dashed(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
