import type { Violation } from '@/lib/violation';
import { isObject, pointerParts, type JsonObject, type JsonValue } from '@/lib/json';
import { arrayOf, objectOf, resolved } from '@/components/schema-form/model/schema';

/** The server's pointers start at the request's body; the form's at the value inside it. */
export function relativeTo(prefix: string, violations: Violation[]): Violation[] {
  return violations.map((violation) => {
    const { pointer } = violation;
    const inside = pointer === prefix || pointer.startsWith(`${prefix}/`);
    return inside ? { ...violation, pointer: pointer.slice(prefix.length) } : violation;
  });
}

/** True when the form has a place for the pointer, where its violation can be read. */
export function hasPlace(schema: JsonObject, pointer: string): boolean {
  const parts = pointerParts(pointer);
  let current = resolved(schema, schema);
  for (const part of parts) {
    const next = objectOf(current.properties)[part] ?? (/^\d+$/.test(part) ? current.items : undefined);
    if (next === undefined) return false;
    current = resolved(next, schema);
  }
  return parts.length > 0;
}

/** The value without the optional objects that nothing was typed into. */
export function pruned(schema: JsonValue, value: JsonValue, root: JsonObject): JsonValue {
  const own = resolved(schema, root);
  if (Array.isArray(value)) return value.map((item) => pruned(own.items, item, root));
  if (!isObject(value)) return value;
  const required = arrayOf(own.required);
  const properties = objectOf(own.properties);
  const kept = Object.entries(value)
    .map(([key, inner]) => [key, pruned(properties[key], inner, root)] as const)
    .filter(([key, inner]) => inner !== undefined && (required.includes(key) || !isEmptyObject(inner)));
  return Object.fromEntries(kept);
}

function isEmptyObject(value: JsonValue): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}
