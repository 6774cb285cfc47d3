import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { query, type ExecutionFilters } from '@/features/executions/model/filters';
import { stillGoing, wholeWorkflow } from '@/features/executions/model/matching';
import { tellOutcome } from '@/features/executions/tell-outcome';
import { api } from '@/lib/api';
import { eachOf } from '@/lib/each-of';

/** How many are looked up and cancelled one by one. */
export const MOST = 1000;
const AT_ONCE = 200;

async function idsOf(filters: ExecutionFilters): Promise<string[]> {
  const going = stillGoing(filters);
  if (going === null) return [];
  const asked = query(going, Date.now());
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof api.executions>> = await api.executions({
      ...asked,
      limit: AT_ONCE,
      cursor,
    });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? null;
  } while (cursor !== null && ids.length <= MOST);
  return ids;
}

/** Counts what matches and still goes on, and cancels it: a whole workflow at once, anything else one by one. */
export function useCancelMatching(filters: ExecutionFilters, onDone: () => void) {
  const queryClient = useQueryClient();
  const [handled, setHandled] = useState(0);
  const matching = useQuery({
    queryKey: ['matching-executions', filters],
    queryFn: () => idsOf(filters),
    gcTime: 0,
  });
  const workflowId = wholeWorkflow(filters);
  const ids = matching.data ?? [];
  const cancel = useMutation({
    mutationFn: async () => {
      setHandled(0);
      if (workflowId !== null)
        return { done: (await api.cancelExecutions(workflowId)).cancelled, errors: [] };
      return eachOf(ids, (id) => api.cancelExecution(id).finally(() => setHandled((count) => count + 1)));
    },
    onSuccess: (outcome) => {
      tellOutcome(outcome, 'cancelled');
      void queryClient.invalidateQueries({ queryKey: ['executions'] });
      onDone();
    },
  });
  const isMore = ids.length > MOST;
  return { matching, count: ids.length, isMore, isTooMany: isMore && workflowId === null, handled, cancel };
}
