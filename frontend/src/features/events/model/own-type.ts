import { isObject, type JsonObject } from '@/lib/json';
import type { OwnEventType } from '@/lib/events-types';

export const FIELD_TYPES = ['string', 'integer', 'number', 'boolean', 'date', 'date-time'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** A field of an event, as a line of a table. */
export interface OwnField {
  name: string;
  type: FieldType;
  required: boolean;
  description: string;
}

const PLAIN_KEYS = new Set(['$schema', 'type', 'properties', 'required', 'title', 'description']);

/** The schema as lines, or null where it says more than lines can. */
export function fieldsIn(schema: JsonObject): OwnField[] | null {
  if (Object.keys(schema).some((key) => !PLAIN_KEYS.has(key)) || (schema.type ?? 'object') !== 'object')
    return null;
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields: OwnField[] = [];
  for (const [name, property] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    const type = isObject(property) ? plainType(property) : null;
    if (type === null || !isObject(property)) return null;
    const description = typeof property.description === 'string' ? property.description : '';
    fields.push({ name, type, required: required.includes(name), description });
  }
  return fields;
}

function plainType(property: JsonObject): FieldType | null {
  if (Object.keys(property).some((key) => !['type', 'format', 'description'].includes(key))) return null;
  if (property.format !== undefined)
    return property.type === 'string' && (property.format === 'date' || property.format === 'date-time')
      ? property.format
      : null;
  return FIELD_TYPES.find((type) => type === property.type) ?? null;
}

export function schemaOf(fields: OwnField[]): JsonObject {
  const named = fields.filter(({ name }) => name !== '');
  return {
    type: 'object',
    properties: Object.fromEntries(
      named.map(({ name, type, description }) => [
        name,
        {
          ...(type === 'date' || type === 'date-time' ? { type: 'string', format: type } : { type }),
          ...(description === '' ? {} : { description }),
        },
      ]),
    ),
    required: named.filter(({ required }) => required).map(({ name }) => name),
  };
}

const SAMPLES: Record<FieldType, string | number | boolean> = {
  string: 'text',
  integer: 1,
  number: 1.5,
  boolean: true,
  date: '2026-05-01',
  'date-time': '2026-05-01T14:00:00Z',
};

/** Data that fits the lines. */
export function exampleOf(fields: OwnField[]): JsonObject {
  return Object.fromEntries(
    fields.filter(({ name }) => name !== '').map(({ name, type }) => [name, SAMPLES[type]]),
  );
}

export function mistakesInType(type: OwnEventType, known: string[]): Record<string, string> {
  const found: Record<string, string> = {};
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/.test(type.type))
    found['/type'] = 'Letters, digits, dots, dashes and underscores, such as com.lakeside.wash.done.v1.';
  else if (type.type.startsWith('com.automatrix.'))
    found['/type'] = 'Names that begin with com.automatrix. are the product’s.';
  else if (known.includes(type.type)) found['/type'] = 'There is an event type of this name already.';
  if (type.title.trim() === '') found['/title'] = 'Say what has happened, such as Car wash done.';
  if (!/^dealership\.[a-z0-9][a-z0-9-]{0,60}$/.test(type.topic))
    found['/topic'] = 'dealership. and a name in small letters, such as dealership.carwash.';
  return found;
}
