import { useQuery } from '@tanstack/react-query';
import { isAwaited } from '@/features/executions/model/related';
import { hasEnded } from '@/components/graph/model/states';
import type { Execution, StepLog } from '@/lib/api-types';
import { queries } from '@/lib/queries';

const POLL_MS = { awaited: 1500, goingOn: 5000 };

/** The executions around one: who has called it, what it has called, and what runs it again. */
export function useRelated(id: string, execution: Execution | undefined, rows: StepLog[]) {
  const caller = execution?.calledBy?.executionId;
  const { data } = useQuery({ ...queries.execution(caller ?? ''), enabled: caller !== undefined });
  const related = useQuery({
    ...queries.relatedExecutions(id),
    refetchInterval: ({ state }) => {
      const known = state.data ?? [];
      if (isAwaited(known, rows, Date.now())) return POLL_MS.awaited;
      return known.some((other) => !hasEnded(other.status)) ? POLL_MS.goingOn : false;
    },
  });
  return { related, callerName: data?.workflowName ?? null };
}
