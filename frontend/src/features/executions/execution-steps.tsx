import type { UseQueryResult } from '@tanstack/react-query';
import { decisionsOf } from '@/features/executions/model/decision';
import { calledIn, pathOf } from '@/features/executions/model/related';
import { rerunStart, type RerunStart } from '@/features/executions/model/rerun';
import { StepActions } from '@/features/executions/step-actions';
import { StepLogDetails } from '@/features/executions/step-log-details';
import { StepLogList } from '@/features/executions/step-log-list';
import type { Graph } from '@/components/graph/model/graph';
import { Failure } from '@/components/ui/failure';
import { Card } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import type { Execution, ExecutionSummary, StepLog } from '@/lib/api-types';
import type { WorkflowDefinition } from '@/lib/definition';

interface ExecutionStepsProps {
  execution: Execution;
  definition: WorkflowDefinition | null;
  logs: UseQueryResult<StepLog[]>;
  rows: StepLog[];
  graph: Graph | null;
  selected: string | null;
  onSelect: (nodeId: string | null) => void;
  related: ExecutionSummary[];
  /** Null while it cannot be run again. */
  onRunAgain: ((from: RerunStart) => void) | null;
}

/** The step log, with what each step leads to. */
export function ExecutionSteps({
  execution,
  definition,
  logs,
  rows,
  graph,
  selected,
  onSelect,
  related,
  onRunAgain,
}: ExecutionStepsProps) {
  const detailsOf = (log: StepLog) => {
    const called = calledIn(related, log);
    const from = graph && onRunAgain && rerunStart(graph, rows, log);
    const node = definition?.nodes.find(({ id }) => id === log.nodeId) ?? null;
    return (
      <StepLogDetails
        execution={execution}
        log={log}
        rows={rows}
        decisions={decisionsOf(log, node, { execution, rows })}
        actions={
          <StepActions
            called={called && pathOf({ id: called })}
            onRunAgain={from && (() => onRunAgain(from))}
          />
        }
      />
    );
  };
  return (
    <Card>
      {logs.isPending ? (
        <RowSkeletons rows={4} />
      ) : logs.isError && rows.length === 0 ? (
        <Failure error={logs.error} onRetry={() => void logs.refetch()} />
      ) : (
        <StepLogList
          rows={rows}
          graph={graph}
          selected={selected}
          onSelect={onSelect}
          detailsOf={detailsOf}
        />
      )}
    </Card>
  );
}
