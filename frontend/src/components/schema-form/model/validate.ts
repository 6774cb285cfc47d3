import type { Violation } from '@/lib/violation';
import { isObject, pointerTo, type JsonObject, type JsonValue } from '@/lib/json';
import { inWords } from '@/lib/format/words';
import {
  arrayOf,
  objectOf,
  optionsOf,
  resolved,
  textOf,
  typeOf,
} from '@/components/schema-form/model/schema';
import { textViolation } from '@/components/schema-form/model/validate-text';

/** What a form can tell while one types; the server checks the whole schema again. */
export function validate(schema: JsonObject, value: JsonValue): Violation[] {
  return check(schema, value, '', schema);
}

function check(schema: JsonValue, value: JsonValue, pointer: string, root: JsonObject): Violation[] {
  const own = resolved(schema, root);
  if (value === undefined || value === null) return [];
  const options = optionsOf(own);
  if (options !== null) {
    const listed = options.some((option) => same(option.value, value));
    return listed ? [] : [violation(pointer, 'enum', 'Choose one of the listed values.')];
  }
  switch (typeOf(own)) {
    case 'object':
      return isObject(value) ? checkObject(own, value, pointer, root) : wrongType(pointer, 'an object');
    case 'array':
      return Array.isArray(value) ? checkList(own, value, pointer, root) : wrongType(pointer, 'a list');
    case 'string':
      return typeof value === 'string'
        ? one(pointer, textViolation(own, value))
        : wrongType(pointer, 'a text');
    case 'integer':
    case 'number':
      return typeof value === 'number'
        ? one(pointer, numberViolation(own, value))
        : wrongType(pointer, 'a number');
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrongType(pointer, 'yes or no');
    default:
      return [];
  }
}

function checkObject(schema: JsonObject, value: JsonObject, pointer: string, root: JsonObject): Violation[] {
  const properties = objectOf(schema.properties);
  const missing = arrayOf(schema.required)
    .filter((key): key is string => typeof key === 'string' && (value[key] ?? null) === null)
    .map((key) =>
      violation(pointerTo(pointer, key), 'required', `${nameOf(properties[key], key, root)} is needed.`),
    );
  const unknown =
    schema.additionalProperties === false
      ? Object.keys(value)
          .filter((key) => !(key in properties) && value[key] !== undefined)
          .map((key) => violation(pointerTo(pointer, key), 'unknown', `“${key}” is not expected here.`))
      : [];
  const inside = Object.entries(properties).flatMap(([key, property]) =>
    check(property, value[key], pointerTo(pointer, key), root),
  );
  return [...missing, ...unknown, ...inside];
}

function checkList(schema: JsonObject, value: JsonValue[], pointer: string, root: JsonObject): Violation[] {
  const { minItems, maxItems } = schema;
  const count =
    typeof minItems === 'number' && value.length < minItems
      ? `Add at least ${minItems}.`
      : typeof maxItems === 'number' && value.length > maxItems
        ? `At most ${maxItems} are allowed.`
        : null;
  const empty = value.flatMap((item, index) =>
    (item ?? null) === null
      ? [violation(pointerTo(pointer, index), 'required', 'Fill this in or remove it.')]
      : [],
  );
  const inside = value.flatMap((item, index) => check(schema.items, item, pointerTo(pointer, index), root));
  return [...one(pointer, count), ...empty, ...inside];
}

function numberViolation(schema: JsonObject, value: number): string | null {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (!Number.isFinite(value)) return 'Enter a number.';
  if (typeOf(schema) === 'integer' && !Number.isInteger(value)) return 'Enter a whole number.';
  if (typeof minimum === 'number' && value < minimum) return `Must be at least ${minimum}.`;
  if (typeof maximum === 'number' && value > maximum) return `Must be at most ${maximum}.`;
  if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum)
    return `Must be more than ${exclusiveMinimum}.`;
  if (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum)
    return `Must be less than ${exclusiveMaximum}.`;
  return null;
}

function nameOf(schema: JsonValue, key: string, root: JsonObject): string {
  return textOf(resolved(schema, root).title) ?? inWords(key);
}

function violation(pointer: string, code: string, message: string): Violation {
  return { pointer, code, message };
}

function one(pointer: string, message: string | null): Violation[] {
  return message === null ? [] : [violation(pointer, 'invalid', message)];
}

function wrongType(pointer: string, expected: string): Violation[] {
  return [violation(pointer, 'type', `Expected ${expected}.`)];
}

function same(a: JsonValue, b: JsonValue): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
