import type { ExecutionSummary, StepLog } from '@/lib/api-types';
import { isObject } from '@/lib/json';

const CALL = 'flow.call';

/** The id of the execution that this attempt has started; null if it starts none, or none that is known yet. */
export function calledIn(related: ExecutionSummary[], log: StepLog): string | null {
  if (log.stepType !== CALL) return null;
  const details = log.error?.details;
  if (isObject(details) && typeof details.executionId === 'string') return details.executionId;
  const ids = related.filter((other) => other.calledBy?.step === log.stepRunId).map((other) => other.id);
  // Ids grow with time, and each attempt starts one.
  return ids.sort()[log.attempt - 1] ?? null;
}

/** How long after a call the execution that it starts may still be about to appear. */
const APPEARS_MS = 60_000;

/** Whether an execution has been called that is not among the related ones yet. */
export function isAwaited(related: ExecutionSummary[], rows: StepLog[], now: number): boolean {
  return rows.some(
    (row) =>
      row.stepType === CALL &&
      row.attempt > 0 &&
      now - Date.parse(row.startedAt ?? '') < APPEARS_MS &&
      calledIn(related, row) === null,
  );
}

/** The step of a step run: "notify" of "notify[2,0]". */
export function nodeOf(stepRunId: string): string {
  return stepRunId.replace(/\[.*$/, '');
}

export function pathOf({ id, step }: { id: string; step?: string | null }): string {
  const path = `/executions/${id}`;
  return step ? `${path}?${new URLSearchParams({ step: nodeOf(step) }).toString()}` : path;
}
