import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { graphOf } from '@/components/graph/model/graph';
import { overlayOf } from '@/components/graph/model/states';
import type { ExecutionStatus, StepLog } from '@/lib/api-types';
import { queries } from '@/lib/queries';

/** The version that an execution runs, as a graph, and how far it has come in it. */
export function useExecutionGraph(id: string, rows: StepLog[], status: ExecutionStatus) {
  const pinned = useQuery(queries.executionDefinition(id));
  const stepTypes = useQuery(queries.stepTypes());
  const graph = useMemo(
    () =>
      pinned.data && !stepTypes.isPending ? graphOf(pinned.data.definition, stepTypes.data ?? []) : null,
    [pinned.data, stepTypes.isPending, stepTypes.data],
  );

  const overlay = useMemo(() => graph && overlayOf(graph, rows, status), [graph, rows, status]);
  return { pinned, graph, overlay };
}
