import { isObject, pointerTo, type JsonValue } from '@/lib/json';

export interface Difference {
  /** A JSON Pointer; empty for the whole. */
  pointer: string;
  /** Undefined on the side that has nothing there. */
  before: JsonValue;
  after: JsonValue;
}

/** Where two values differ, in the order of the first one's fields; null if there are more than `most`. */
export function differences(before: JsonValue, after: JsonValue, most = 500): Difference[] | null {
  const found: Difference[] = [];
  const isAll = compare('', before, after, found, most);
  return isAll ? found : null;
}

function compare(
  pointer: string,
  before: JsonValue,
  after: JsonValue,
  found: Difference[],
  most: number,
): boolean {
  const keys = keysOf(before, after);
  if (keys === null) {
    if (Object.is(before, after)) return true;
    if (found.length === most) return false;
    found.push({ pointer, before, after });
    return true;
  }
  return keys.every((key) =>
    compare(pointerTo(pointer, key), childOf(before, key), childOf(after, key), found, most),
  );
}

/** Null if they are not two objects or two lists. */
function keysOf(before: JsonValue, after: JsonValue): string[] | null {
  if (Array.isArray(before) && Array.isArray(after))
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => String(index));
  if (isObject(before) && isObject(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return null;
}

function childOf(value: JsonValue, key: string): JsonValue {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
