import { inWords } from '@/lib/format/words';
import { isObject, pointerParts, pointerTo, valueAt, type JsonObject, type JsonValue } from '@/lib/json';

interface Common {
  pointer: string;
  label: string;
  hint: string | null;
  required: boolean;
  example: string | null;
  /** What counts when nothing is set. */
  usual: JsonValue;
}

export interface Option {
  value: JsonValue;
  label: string;
}

/** One place of a form, made from a JSON Schema. */
export type FormField = Common &
  (
    | { kind: 'text'; format: string | null; multiline: boolean }
    | { kind: 'number'; integer: boolean }
    | { kind: 'boolean' }
    | { kind: 'choice'; options: Option[] }
    | { kind: 'duration' }
    | { kind: 'object'; schema: JsonObject }
    | { kind: 'list'; schema: JsonObject }
    | { kind: 'json' }
  );

/** The schema with a local `$ref` followed and a nullable union reduced to its one real type. */
export function resolved(schema: JsonValue, root: JsonObject, depth = 0): JsonObject {
  if (!isObject(schema) || depth > 16) return {};
  if (typeof schema.$ref === 'string' && schema.$ref.startsWith('#')) {
    const target = resolved(valueAt(root, schema.$ref.slice(1)), root, depth + 1);
    return { ...target, ...withoutKey(schema, '$ref') };
  }
  const union = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(union)) {
    const real = union.map((one) => resolved(one, root, depth + 1)).filter((one) => one.type !== 'null');
    if (real.length === 1) return { ...real[0], ...withoutKey(withoutKey(schema, 'anyOf'), 'oneOf') };
  }
  if (Array.isArray(schema.allOf)) {
    return schema.allOf.reduce<JsonObject>(
      (merged, one) => merge(merged, resolved(one, root, depth + 1)),
      withoutKey(schema, 'allOf'),
    );
  }
  return schema;
}

function merge(a: JsonObject, b: JsonObject): JsonObject {
  const properties = isObject(a.properties) || isObject(b.properties);
  return {
    ...b,
    ...a,
    ...(properties ? { properties: { ...objectOf(b.properties), ...objectOf(a.properties) } } : {}),
    required: [...arrayOf(a.required), ...arrayOf(b.required)],
  };
}

/** The one type that a value may have besides null. */
export function typeOf(schema: JsonObject): string | null {
  if (typeof schema.type === 'string') return schema.type;
  if (Array.isArray(schema.type)) {
    const real = schema.type.filter((type) => type !== 'null');
    return real.length === 1 && typeof real[0] === 'string' ? real[0] : null;
  }
  return isObject(schema.properties) ? 'object' : null;
}

export function fieldsOf(schema: JsonObject, root: JsonObject, pointer: string): FormField[] {
  const required = arrayOf(schema.required);
  return Object.entries(objectOf(schema.properties)).map(([key, property]) =>
    fieldOf(resolved(property, root), pointerTo(pointer, key), required.includes(key)),
  );
}

export function fieldOf(schema: JsonObject, pointer: string, required: boolean): FormField {
  const common: Common = {
    pointer,
    label: textOf(schema.title) ?? inWords(pointerParts(pointer).at(-1) ?? 'Value'),
    hint: textOf(schema.description),
    required,
    example: exampleOf(schema),
    usual: schema.default,
  };
  const options = optionsOf(schema);
  if (options !== null) return { ...common, kind: 'choice', options };
  switch (typeOf(schema)) {
    case 'string':
      if (schema.format === 'duration') return { ...common, kind: 'duration' };
      return { ...common, kind: 'text', format: textOf(schema.format), multiline: isLong(schema) };
    case 'integer':
      return { ...common, kind: 'number', integer: true };
    case 'number':
      return { ...common, kind: 'number', integer: false };
    case 'boolean':
      return { ...common, kind: 'boolean' };
    case 'object':
      return isObject(schema.properties)
        ? { ...common, kind: 'object', schema }
        : { ...common, kind: 'json' };
    case 'array':
      return isObject(schema.items) ? { ...common, kind: 'list', schema } : { ...common, kind: 'json' };
    default:
      return { ...common, kind: 'json' };
  }
}

/** The values to choose from: of an `enum`, a `const`, or a `oneOf` whose entries are titled constants. */
export function optionsOf(schema: JsonObject): Option[] | null {
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => ({ value, label: labelOf(value) }));
  if (schema.const !== undefined) return [{ value: schema.const, label: labelOf(schema.const) }];
  const union = schema.oneOf ?? schema.anyOf;
  if (!Array.isArray(union) || union.length === 0) return null;
  const options = union.flatMap((one) =>
    isObject(one) && one.const !== undefined
      ? [{ value: one.const, label: textOf(one.title) ?? labelOf(one.const) }]
      : [],
  );
  return options.length === union.length ? options : null;
}

function labelOf(value: JsonValue): string {
  return typeof value === 'string' ? inWords(value) : JSON.stringify(value);
}

function isLong(schema: JsonObject): boolean {
  const long = typeof schema.maxLength === 'number' && schema.maxLength > 200;
  return long || schema.format === 'multiline' || schema['x-multiline'] === true;
}

/** What counts when nothing is set, else a value as it may be. */
function exampleOf(schema: JsonObject): string | null {
  const example = schema.default ?? arrayOf(schema.examples)[0] ?? schema.example;
  return typeof example === 'string' || typeof example === 'number' ? String(example) : null;
}

export function textOf(value: JsonValue): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function arrayOf(value: JsonValue): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

export function objectOf(value: JsonValue): JsonObject {
  return isObject(value) ? value : {};
}

function withoutKey(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
