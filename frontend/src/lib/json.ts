export type JsonValue = string | number | boolean | null | undefined | JsonValue[] | JsonObject;

export interface JsonObject {
  [key: string]: JsonValue;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The steps of a JSON Pointer (RFC 6901); the empty pointer has none. */
export function pointerParts(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .replace(/^\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function pointerTo(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function valueAt(root: JsonValue, pointer: string): JsonValue {
  let value = root;
  for (const part of pointerParts(pointer)) {
    if (Array.isArray(value)) value = value[Number(part)];
    else if (isObject(value)) value = value[part];
    else return undefined;
  }
  return value;
}

/** A copy of `root` in which the pointer holds `value`; `undefined` removes the key. */
export function withValueAt(root: JsonValue, pointer: string, value: JsonValue): JsonValue {
  const [head, ...rest] = pointerParts(pointer);
  if (head === undefined) return value;
  const tail = rest.map((part) => pointerTo('', part)).join('');
  if (Array.isArray(root)) {
    const copy = [...root];
    copy[Number(head)] = withValueAt(copy[Number(head)], tail, value);
    return copy;
  }
  const source = isObject(root) ? root : {};
  const changed = withValueAt(source[head], tail, value);
  if (changed === undefined)
    return Object.fromEntries(Object.entries(source).filter(([key]) => key !== head));
  return { ...source, [head]: changed };
}
