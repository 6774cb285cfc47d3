import { isObject, valueAt, type JsonObject, type JsonValue } from '@/lib/json';

/** One field of an event's data, at any depth. */
export interface FieldRow {
  /** As an expression would name it: "person.emails[].value". */
  path: string;
  type: string;
  required: boolean;
  description: string;
  /** What kind of data it is, where its author says so. */
  dataClass: string | null;
}

const DEEPEST = 5;

/** The fields of a schema that stands alone, in its order, those inside beneath those that hold them. */
export function fieldRows(schema: JsonObject): FieldRow[] {
  return rowsOf(schema, schema, '', 0);
}

function rowsOf(place: JsonObject, root: JsonObject, prefix: string, depth: number): FieldRow[] {
  const properties = isObject(place.properties) ? place.properties : {};
  const required = Array.isArray(place.required) ? place.required : [];
  return Object.entries(properties).flatMap(([name, property]) => {
    const field = resolved(property, root);
    const items = isObject(field.items) ? resolved(field.items, root) : null;
    const path = `${prefix}${name}${items ? '[]' : ''}`;
    const row: FieldRow = {
      path,
      type: typeOf(field, items),
      required: required.includes(name),
      description: textOf(field.description),
      dataClass: textOf(field['x-data-class']) || null,
    };
    const inside = depth < DEEPEST ? rowsOf(items ?? field, root, `${path}.`, depth + 1) : [];
    return [row, ...inside];
  });
}

/** What a field says itself goes before what the definition says that it refers to. */
function resolved(property: JsonValue, root: JsonObject): JsonObject {
  if (!isObject(property)) return {};
  const { $ref: reference, ...own } = property;
  if (typeof reference !== 'string' || !reference.startsWith('#')) return property;
  const target = valueAt(root, reference.slice(1));
  return isObject(target) ? { ...target, ...own } : own;
}

function typeOf(field: JsonObject, items: JsonObject | null): string {
  if (items) return `list of ${typeOf(items, null)}`;
  if (Array.isArray(field.enum)) return `one of ${field.enum.map(String).join(', ')}`;
  const type = Array.isArray(field.type) ? field.type.map(String).join(' or ') : textOf(field.type);
  const format = textOf(field.format);
  if (type === '') return 'any';
  return format === '' ? type : `${type} (${format})`;
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : '';
}
