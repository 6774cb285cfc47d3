/** A text as it is sent to be imported: JSON if it looks like that, else YAML. */
export function documentOf(text: string): Blob {
  const isJson = text.trimStart().startsWith('{');
  return new Blob([text], { type: isJson ? 'application/json' : 'application/yaml' });
}

/** "Internet leads" as the name of a file: "internet-leads". */
export function fileName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'workflow' : plain;
}
