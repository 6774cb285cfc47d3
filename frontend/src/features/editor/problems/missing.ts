import { objectOf, textOf } from '@/components/schema-form/model/schema';
import type { Catalogue } from '@/features/editor/model/catalogue';
import type { Definition } from '@/features/editor/model/steps';
import { inWords } from '@/lib/format/words';
import { isObject, pointerParts, type JsonObject, type JsonValue } from '@/lib/json';

/** What is missing at a place in a step's settings, by the names that its form has; null if nothing is. */
export function missingAt(pointer: string, definition: Definition, catalogue: Catalogue): string | null {
  const [list, index, ...rest] = pointerParts(pointer);
  const node = list === 'nodes' ? definition.nodes[Number(index)] : undefined;
  const [, ...path] = rest[0] === 'compensation' ? rest.slice(1) : rest;
  const of = rest[0] === 'compensation' ? node?.compensation : node;
  const type = catalogue.get(of?.type ?? '');
  if (of === undefined || type === undefined) return null;

  let at: JsonObject = type.configSchema;
  let value = (of.config ?? {}) as JsonValue;
  for (const [depth, part] of path.entries()) {
    const name = depth === path.length - 1 ? titleIn(at, part) : '';
    const next = isObject(value) ? value[part] : Array.isArray(value) ? value[Number(part)] : undefined;
    if (next === undefined) return name === '' ? null : name;
    at = Array.isArray(value) ? objectOf(at.items) : objectOf(objectOf(at.properties)[part]);
    value = next;
  }
  return isObject(value) ? choiceIn(at, value) : null;
}

/** Of which settings one has to be there, if none is. */
function choiceIn(schema: JsonObject, value: JsonObject): string | null {
  const choices = [schema.anyOf, schema.oneOf]
    .flatMap((union) => (Array.isArray(union) ? union : []))
    .map((choice) => namesOf(objectOf(choice).required))
    .filter((names) => names.length > 0);
  const isMet = choices.some((names) => names.every((name) => value[name] !== undefined));
  if (choices.length > 0 && !isMet)
    return choices.map((names) => names.map((name) => titleIn(schema, name)).join(' and ')).join(' or ');
  return schema.minProperties !== undefined && Object.keys(value).length === 0 ? 'one of the settings' : null;
}

function namesOf(required: JsonValue | undefined): string[] {
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}

/** The title of a setting as its form shows it. */
export function titleIn(schema: JsonObject, field: string): string {
  return `“${textOf(objectOf(objectOf(schema.properties)[field]).title) ?? inWords(field)}”`;
}
