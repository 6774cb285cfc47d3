import { partsOf } from '@/components/expression/model/scope-tree';
import type { EventType } from '@/lib/api-types';
import type { TestCase } from '@/lib/building-types';
import type { WorkflowDefinition, WorkflowNode } from '@/lib/definition';
import { isObject, pointerTo, valueAt, withValueAt, type JsonObject, type JsonValue } from '@/lib/json';

type Arrivals = NonNullable<TestCase['events']>;

const ONE_PATH = /^\{\{\s*([\w.]+)\s*\}\}$/;

/** For each step of a trial that waits for an event the example of that event, made to belong to what is tried. */
export function sampleEvents(
  { nodes }: WorkflowDefinition,
  eventTypes: readonly EventType[],
  data: JsonObject,
): Arrivals {
  return nodes.flatMap((node) => {
    const { eventType, event, value } = correlationOf(node);
    const known = eventTypes.find((one) => one.type === eventType);
    if (known === undefined) return [];
    return [{ after: 'PT1S', type: known.type, data: belonging(known.example, event, value, data) }];
  });
}

function correlationOf(node: WorkflowNode): JsonObject {
  if (node.type !== 'flow.waitForEvent') return {};
  const { correlation } = (node.config ?? {}) as JsonObject;
  return isObject(correlation) ? correlation : {};
}

/** The example with the value that the step looks for, if both of its expressions only name a place. */
function belonging(example: JsonObject, event: JsonValue, value: JsonValue, data: JsonObject): JsonValue {
  const [input, ...to] = pathIn(event);
  const from = pathIn(value);
  const wanted = from.length === 0 ? undefined : valueAt(data, pointerOf(from));
  if (input !== 'input' || to.length === 0 || wanted === undefined) return example;
  return withValueAt(example, pointerOf(to), wanted);
}

function pathIn(expression: JsonValue): string[] {
  const path = typeof expression === 'string' ? ONE_PATH.exec(expression)?.[1] : undefined;
  return path === undefined ? [] : partsOf(path);
}

function pointerOf(parts: readonly string[]): string {
  return parts.reduce((pointer, part) => pointerTo(pointer, part), '');
}
