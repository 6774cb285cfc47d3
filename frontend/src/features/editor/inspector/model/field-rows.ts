import { arrayOf, objectOf, textOf } from '@/components/schema-form/model/schema';
import { isObject, type JsonObject } from '@/lib/json';

export const KINDS = [
  { kind: 'string', label: 'Text' },
  { kind: 'number', label: 'Number' },
  { kind: 'integer', label: 'Whole number' },
  { kind: 'boolean', label: 'Yes or no' },
  { kind: 'date', label: 'Date' },
  { kind: 'date-time', label: 'Date and time' },
  { kind: 'object', label: 'Group of fields' },
  { kind: 'array', label: 'List' },
  { kind: 'any', label: 'Anything' },
] as const;

export type FieldKind = (typeof KINDS)[number]['kind'];

/** One field of an object's schema; `rest` is what the table does not show and keeps. */
export interface FieldRow {
  name: string;
  kind: FieldKind;
  required: boolean;
  description: string;
  rest: JsonObject;
}

export function fieldRows(schema: JsonObject): FieldRow[] {
  const required = arrayOf(schema.required);
  return Object.entries(objectOf(schema.properties)).map(([name, property]) => {
    const { type: _, description, ...rest } = objectOf(property);
    return {
      name,
      kind: kindOf(objectOf(property)),
      required: required.includes(name),
      description: textOf(description) ?? '',
      rest,
    };
  });
}

/** The schema with these fields; what else it says stays. */
export function schemaOfRows(schema: JsonObject, rows: readonly FieldRow[]): JsonObject {
  const properties = Object.fromEntries(
    rows.map(({ name, kind, description, rest }) => [
      name,
      { ...typeOf(kind), ...(description === '' ? {} : { description }), ...restFor(kind, rest) },
    ]),
  );
  const required = rows.filter((row) => row.required).map((row) => row.name);
  const { required: _, ...others } = schema;
  return { ...others, type: 'object', properties, ...(required.length === 0 ? {} : { required }) };
}

/** Whether the table shows all of the schema's fields. */
export function isFlat(schema: JsonObject): boolean {
  return Object.values(objectOf(schema.properties)).every(
    (property) => !isObject(property) || (property.$ref === undefined && property.anyOf === undefined),
  );
}

function kindOf(schema: JsonObject): FieldKind {
  if (schema.type === 'string' && (schema.format === 'date' || schema.format === 'date-time'))
    return schema.format;
  return KINDS.find(({ kind }) => kind === schema.type)?.kind ?? 'any';
}

function typeOf(kind: FieldKind): JsonObject {
  if (kind === 'date' || kind === 'date-time') return { type: 'string', format: kind };
  return kind === 'any' ? {} : { type: kind };
}

/** What goes with another kind is dropped with it. */
function restFor(kind: FieldKind, { format, properties, items, ...rest }: JsonObject): JsonObject {
  const isText = kind === 'string' && format !== 'date' && format !== 'date-time';
  return {
    ...(isText && format !== undefined ? { format } : {}),
    ...(kind === 'object' && properties !== undefined ? { properties } : {}),
    ...(kind === 'array' && items !== undefined ? { items } : {}),
    ...rest,
  };
}
