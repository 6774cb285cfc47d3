import { readdirSync, readFileSync } from 'node:fs';
import type { EventType, StepType } from '@/lib/api-types';
import { isObject, valueAt, type JsonObject, type JsonValue } from '@/lib/json';

const contracts = '../contracts/src/main/resources/contracts';
const jsonIn = (folder: string) =>
  readdirSync(`${contracts}/${folder}`)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({
      name,
      json: JSON.parse(readFileSync(`${contracts}/${folder}/${name}`, 'utf8')) as JsonObject,
    }));

/** The services send schemas with what they refer to in its place; so does this. */
function inlined(value: JsonValue, depth = 0): JsonValue {
  if (Array.isArray(value)) return value.map((one) => inlined(one, depth));
  if (!isObject(value)) return value;
  const [file, pointer] = typeof value.$ref === 'string' ? value.$ref.split('#') : [];
  if (file && pointer && depth < 8) {
    const held = JSON.parse(readFileSync(`${contracts}/schema/event/${file}`, 'utf8')) as JsonObject;
    const { $ref: _, ...rest } = value;
    return { ...(inlined(valueAt(held, pointer), depth + 1) as JsonObject), ...rest };
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inlined(inner, depth)]));
}

/** The step types and events of the product, from the files that the services read. */
export function catalogue(): { stepTypes: StepType[]; eventTypes: EventType[] } {
  return {
    stepTypes: jsonIn('step-types').map(({ json }) => json as unknown as StepType),
    eventTypes: jsonIn('schema/event').map(({ name, json }) => ({
      type: `com.automatrix.${name.replace('.schema.json', '')}`,
      title: typeof json.title === 'string' ? json.title : name,
      category: 'sales',
      topic: 'events',
      description: '',
      own: false,
      schema: inlined(json) as JsonObject,
      example: {},
    })),
  };
}
