import type { JsonObject, JsonValue } from '@/lib/json';
import { arrayOf, fieldsOf, objectOf, resolved, typeOf } from '@/components/schema-form/model/schema';

/** What a form starts with: the defaults, and the boxes, objects and lists that must be there. */
export function initialValue(schema: JsonValue, root: JsonObject): JsonValue {
  const own = resolved(schema, root);
  if (own.default !== undefined) return own.default;
  if (own.const !== undefined) return own.const;
  const type = typeOf(own);
  // A box that is not ticked says no.
  if (type === 'boolean') return false;
  if (type === 'array')
    return Array.from({ length: Number(own.minItems ?? 0) }, () => initialValue(own.items, root));
  if (type !== 'object') return undefined;
  const required = arrayOf(own.required);
  const entries = fieldsOf(own, root, '').flatMap((field) => {
    const key = field.pointer.slice(1).replaceAll('~1', '/').replaceAll('~0', '~');
    const property = objectOf(own.properties)[key];
    const value =
      required.includes(key) || hasDefault(property, root) ? initialValue(property, root) : undefined;
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}

function hasDefault(schema: JsonValue, root: JsonObject): boolean {
  return resolved(schema, root).default !== undefined;
}

/** The schema's own example of a whole value, if it gives one. */
export function exampleValue(schema: JsonObject): JsonValue {
  return arrayOf(schema.examples)[0] ?? schema.example;
}
