import type { ExecutionError, StepLog } from '@/lib/api-types';

/** The step in which it went wrong: of a loop or a group that failed with it, the one inside. */
export function failedStep(error: ExecutionError, rows: readonly StepLog[]): string | null {
  const failed = rows.filter(
    (row) => row.status === 'FAILED' && row.error?.code === error.code && row.error.message === error.message,
  );
  const depth = (row: StepLog) => row.stepRunId.split('[').length;
  const innermost = failed.reduce<StepLog | null>(
    (found, row) => (found === null || depth(row) > depth(found) ? row : found),
    null,
  );
  return innermost?.nodeId ?? error.nodeId ?? null;
}
