/** When an id of version 7 was made, in milliseconds; null for any other. */
export function madeAt(id: string): number | null {
  return /^[\da-f]{8}-[\da-f]{4}-7/i.test(id) ? parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : null;
}
