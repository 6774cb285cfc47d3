import type { StepLog } from '@/lib/api-types';
import { isObject } from '@/lib/json';

/** What a waiting step waits for. */
export interface Awaited {
  eventType: string;
  /** What the event has to be about; null if the step did not say. */
  value: string | null;
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
  if (typeof eventType !== 'string') return null;
  const { value } = correlation;
  return { eventType, value: value === undefined || value === null ? null : textOf(value) };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
