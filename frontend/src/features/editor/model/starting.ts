import { findEntry, entryOf, partsOf } from '@/components/expression/model/scope-tree';
import type { StepType } from '@/lib/api-types';
import { isObject, type JsonObject, type JsonValue } from '@/lib/json';
import { inputSchemaOf, type Catalogue } from './scope';
import type { Definition } from './steps';

const ONE_PATH = /^\{\{\s*(input[\w.[\]]+)\s*\}\}$/;
const PERSON = '{{ input.person }}';
/** Who works on events of a kind. */
const ROLES: Record<string, string> = {
  sales: 'SALES',
  service: 'SERVICE',
  parts: 'PARTS',
};

/**
 * What a new step is given because of what starts the workflow: the address of the person that the event is about, that
 * person, so that their consent and hours are looked at, and the role that works on such events. Only what every start
 * of the workflow brings is taken.
 */
export function givenByStart(type: StepType, definition: Definition, catalogue: Catalogue): JsonObject {
  const { properties, required } = type.configSchema;
  const known = isObject(properties) ? properties : {};
  const needed = Array.isArray(required) ? required : [];
  const example = isObject(type.example) ? type.example : {};
  const isBrought = broughtBy(definition, catalogue);
  const given: JsonObject = {};
  for (const name of Object.keys(known)) {
    const value = example[name];
    if (needed.includes(name) && isOnePath(value) && isBrought(value)) given[name] = value;
  }
  if ('person' in known && isBrought(PERSON)) given.person = PERSON;
  const role = roleOf(definition, catalogue);
  if (needed.includes('role') && role !== null) given.role = role;
  return given;
}

function isOnePath(value: JsonValue): value is string {
  return typeof value === 'string' && ONE_PATH.test(value);
}

function broughtBy(definition: Definition, catalogue: Catalogue): (expression: string) => boolean {
  const triggers = definition.triggers ?? [];
  const starts = triggers.length === 0 ? [[]] : triggers.map((trigger) => [trigger]);
  const inputs = starts.map((one) =>
    entryOf(inputSchemaOf({ ...definition, triggers: one }, catalogue), 'input', 'input'),
  );
  return (expression) => {
    const path = ONE_PATH.exec(expression)?.[1] ?? '';
    return inputs.every((input) => findEntry([input], partsOf(path)) !== null);
  };
}

function roleOf({ triggers = [] }: Definition, { eventTypes }: Catalogue): string | null {
  const categories = triggers.map((trigger) =>
    trigger.type === 'event' ? eventTypes.find((one) => one.type === trigger.eventType)?.category : undefined,
  );
  const [first] = categories;
  return first !== undefined && categories.every((one) => one === first) ? (ROLES[first] ?? null) : null;
}
