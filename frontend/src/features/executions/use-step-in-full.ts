import { useQueries, useQuery } from '@tanstack/react-query';
import { decisionsOf, stepsNamedIn, type Decision } from '@/features/executions/model/decision';
import { isGoingOn } from '@/features/executions/model/live';
import type { Execution, StepLog } from '@/lib/api-types';
import type { WorkflowNode } from '@/lib/definition';
import { queries } from '@/lib/queries';

const BEHIND_MS = 1000;

/** An attempt with what went in and came out, which the list of all attempts leaves out. */
export function useStepInFull(executionId: string, log: StepLog) {
  const attemptIn = (logs: StepLog[] | undefined) => logs?.find(({ attempt }) => attempt === log.attempt);
  const isBehind = (logs: StepLog[] | undefined) => {
    const stored = attemptIn(logs);
    return stored !== undefined && isGoingOn(stored.status) && stored.status !== log.status;
  };
  const stepRun = useQuery({
    ...queries.stepRun(executionId, log.stepRunId),
    // The stream may tell of an end before it is written down.
    refetchInterval: ({ state }) => (isBehind(state.data) ? BEHIND_MS : false),
  });
  const stored = attemptIn(stepRun.data);
  return {
    log: stored && !isBehind(stepRun.data) ? { ...log, ...stored, explanation: log.explanation } : log,
    isPending: stepRun.isPending,
    error: stepRun.isError && !stepRun.data ? stepRun.error : null,
    retry: () => void stepRun.refetch(),
  };
}

/** Why a deciding step went the way it did, with the values of the steps that its conditions name. */
export function useDecisions(execution: Execution, log: StepLog, node: WorkflowNode | null): Decision[] {
  const named = stepsNamedIn(decisionsOf(log, node, { execution, rows: [] }));
  const read = useQueries({ queries: named.map((step) => queries.stepRun(execution.id, step)) });
  return decisionsOf(log, node, { execution, rows: read.flatMap(({ data }) => data ?? []) });
}
