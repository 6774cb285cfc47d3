import { arrayOf, objectOf, resolved, textOf, typeOf } from '@/components/schema-form/model/schema';
import { isObject, type JsonObject, type JsonValue } from '@/lib/json';

/** Something that an expression can name at one place, and what is below it. */
export interface ScopeEntry {
  name: string;
  /** As it stands in an expression: input.person.firstName, steps.`first-look`.output. */
  path: string;
  type: string;
  title: string | null;
  description: string | null;
  /** A value as it could be, or as it was in a chosen execution. */
  sample: JsonValue;
  children: ScopeEntry[];
  /** The texts that it can only be, where the schema lists them. */
  choices?: string[];
  /** Whether fields that are not listed may be there as well. */
  open: boolean;
}

const DEPTH = 8;
const PLAIN_NAME = /^[A-Za-z_]\w*$/;
const WORDS = new Set(['and', 'or', 'in', 'true', 'false', 'null']);

export function named(name: string): string {
  return PLAIN_NAME.test(name) && !WORDS.has(name) ? name : `\`${name}\``;
}

export function below(path: string, name: string): string {
  return path === '' ? named(name) : `${path}.${named(name)}`;
}

/** What a JSON Schema says about a place. */
export function entryOf(schema: JsonValue, name: string, path: string, root?: JsonObject): ScopeEntry {
  return read(schema, name, path, root ?? objectOf(schema), 0);
}

function read(schema: JsonValue, name: string, path: string, root: JsonObject, depth: number): ScopeEntry {
  const own = resolved(schema, root);
  const type = typeOf(own) ?? 'any';
  const children = depth < DEPTH ? childrenOf(own, type, path, root, depth) : [];
  const choices = arrayOf(own.enum).filter((one) => typeof one === 'string');
  return {
    name,
    path,
    type,
    title: textOf(own.title),
    description: textOf(own.description),
    sample: sampleOf(own, type, children),
    ...(choices.length > 0 ? { choices } : {}),
    children,
    open: own.additionalProperties !== false || children.length === 0,
  };
}

function childrenOf(own: JsonObject, type: string, path: string, root: JsonObject, depth: number) {
  if (type === 'array') {
    const item = resolved(own.items, root);
    return typeOf(item) === 'object' ? propertiesOf(item, `${path}[0]`, root, depth) : [];
  }
  return propertiesOf(own, path, root, depth);
}

function propertiesOf(own: JsonObject, path: string, root: JsonObject, depth: number): ScopeEntry[] {
  return Object.entries(objectOf(own.properties)).map(([key, property]) =>
    read(property, key, below(path, key), root, depth + 1),
  );
}

const SAMPLES: Record<string, JsonValue> = { string: '', integer: 1, number: 1, boolean: true };
const FORMATS: Record<string, string> = {
  'date-time': '2026-03-02T18:00:00Z',
  date: '2026-03-02',
  duration: 'PT1H',
  email: 'ana@example.test',
  uri: 'https://example.test',
  uuid: '01920000-0000-7000-8000-000000000001',
};

function sampleOf(own: JsonObject, type: string, children: ScopeEntry[]): JsonValue {
  const given = arrayOf(own.examples)[0] ?? own.example ?? own.const ?? own.default ?? arrayOf(own.enum)[0];
  if (given !== undefined) return given;
  if (type === 'array') return children.length > 0 ? [objectSample(children)] : [];
  if (type === 'object' || children.length > 0) return objectSample(children);
  return FORMATS[textOf(own.format) ?? ''] ?? SAMPLES[type] ?? null;
}

function objectSample(children: ScopeEntry[]): JsonObject {
  return Object.fromEntries(children.map((child) => [child.name, child.sample]));
}

/** An entry as a schema again, for what is made of it. */
export function schemaOf(entry: ScopeEntry): JsonObject {
  const properties = Object.fromEntries(entry.children.map((child) => [child.name, schemaOf(child)]));
  const hasFields = entry.children.length > 0;
  return {
    ...(entry.type === 'any' ? {} : { type: entry.type }),
    ...(entry.title === null ? {} : { title: entry.title }),
    ...(entry.description === null ? {} : { description: entry.description }),
    ...(entry.type === 'array'
      ? { items: hasFields ? { type: 'object', properties } : {} }
      : hasFields
        ? { properties }
        : {}),
    ...(entry.sample === null || entry.sample === undefined ? {} : { examples: [entry.sample] }),
  };
}

/** A place that holds others by name. */
export function group(name: string, path: string, children: ScopeEntry[], description: string): ScopeEntry {
  return {
    name,
    path,
    type: 'object',
    title: null,
    description,
    sample: objectSample(children),
    children,
    open: false,
  };
}

/** What expressions see, as one object for each name. */
export function contextOf(scope: readonly ScopeEntry[]): JsonObject {
  return Object.fromEntries(scope.map((entry) => [entry.name, entry.sample]));
}

/** The entry with the values that were really there, and with the fields that only they have. */
export function withValue(entry: ScopeEntry, value: JsonValue): ScopeEntry {
  if (value === undefined) return entry;
  const inner = Array.isArray(value) ? value[0] : value;
  const prefix = Array.isArray(value) ? `${entry.path}[0]` : entry.path;
  if (!isObject(inner))
    return { ...entry, sample: value, type: entry.type === 'any' ? jsonType(value) : entry.type };
  const known = entry.children.map((child) => withValue(child, inner[child.name]));
  const names = new Set(known.map((child) => child.name));
  const found = Object.entries(inner)
    .filter(([key]) => !names.has(key))
    .map(([key, held]) => entryOfValue(held, key, below(prefix, key)));
  return {
    ...entry,
    sample: value,
    type: entry.type === 'any' ? jsonType(value) : entry.type,
    children: [...known, ...found],
  };
}

/** What a value itself shows. */
export function entryOfValue(value: JsonValue, name: string, path: string): ScopeEntry {
  const empty: ScopeEntry = {
    name,
    path,
    type: 'any',
    title: null,
    description: null,
    sample: value,
    children: [],
    open: true,
  };
  return withValue(empty, value);
}

export function jsonType(value: JsonValue): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** The names of a path; indexes are left out. */
export function partsOf(path: string): string[] {
  return [...path.replace(/\[[^\]]*\]/g, '').matchAll(/`([^`]*)`|([^.`]+)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

export function findEntry(scope: readonly ScopeEntry[], parts: readonly string[]): ScopeEntry | null {
  const [head, ...rest] = parts;
  const entry = scope.find((one) => one.name === head);
  if (!entry) return null;
  return rest.length === 0 ? entry : findEntry(entry.children, rest);
}

const TYPE_WORDS: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'yes or no',
  array: 'list',
  object: 'group of fields',
  null: 'nothing',
};

export function typeInWords(type: string): string {
  return TYPE_WORDS[type] ?? 'any value';
}
