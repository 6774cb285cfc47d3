import type { StepLog } from '@/lib/api-types';
import type { WorkflowNode } from '@/lib/definition';
import { isObject, withValueAt, type JsonValue } from '@/lib/json';

/** What a waiting step waits for. */
export interface Awaited {
  eventType: string;
  /** What the event has to be about; null if the step did not say. */
  value: JsonValue;
}

/** The first step that waits for an event. */
export function firstAwaiting(rows: StepLog[]): StepLog | undefined {
  return rows.find(({ status, stepType }) => status === 'WAITING' && stepType === 'flow.waitForEvent');
}

/** The event that a waiting step was told to wait for; null if that is not written down. */
export function awaitedBy({ input }: StepLog): Awaited | null {
  if (!isObject(input)) return null;
  const correlation = isObject(input.correlation) ? input.correlation : {};
  const eventType = correlation.eventType ?? input.eventType;
  return typeof eventType === 'string' ? { eventType, value: correlation.value ?? null } : null;
}

export const textOf = (value: JsonValue) => (typeof value === 'string' ? value : JSON.stringify(value));

/** A place in the event, such as "{{ input.person.phones[0].value }}". */
const PLACE = /^\{\{\s*input((?:\.[A-Za-z_]\w*|\[\d+\])+)\s*\}\}$/;

/** An event's data about what the step waits for; null where what it reads of the event is more than a place. */
export function aboutIt(data: JsonValue, awaited: Awaited, step: WorkflowNode | undefined): JsonValue {
  const correlation = isObject(step?.config) ? step.config.correlation : undefined;
  const reads = isObject(correlation) ? correlation.event : undefined;
  const place = typeof reads === 'string' ? PLACE.exec(reads)?.[1] : undefined;
  if (place === undefined) return null;
  return withValueAt(data, place.replaceAll(/[.[]/g, '/').replaceAll(']', ''), awaited.value);
}
