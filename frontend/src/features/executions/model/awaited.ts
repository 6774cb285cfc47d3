import type { StepLog } from '@/lib/api-types';
import { isObject } from '@/lib/json';

/** What a waiting step waits for. */
export interface Awaited {
  eventType: string;
  /** What the event has to be about; null if the step did not say. */
  value: string | null;
}

/** The event that the first waiting step waits for; null if none waits for one. */
export function awaitedIn(rows: StepLog[]): Awaited | null {
  for (const { status, stepType, input } of rows) {
    if (status !== 'WAITING' || stepType !== 'flow.waitForEvent' || !isObject(input)) continue;
    const correlation = isObject(input.correlation) ? input.correlation : {};
    const eventType = correlation.eventType ?? input.eventType;
    if (typeof eventType !== 'string') continue;
    const { value } = correlation;
    return { eventType, value: value === undefined || value === null ? null : textOf(value) };
  }
  return null;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
