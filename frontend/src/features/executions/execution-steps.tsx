import { calledIn, pathOf } from '@/features/executions/model/related';
import { rerunStart, type RerunStart } from '@/features/executions/model/rerun';
import { StepActions } from '@/features/executions/step-actions';
import { StepLogDetails } from '@/features/executions/step-log-details';
import { StepLogList } from '@/features/executions/step-log-list';
import type { Attempts } from '@/features/executions/use-attempts';
import type { Graph } from '@/components/graph/model/graph';
import { Failure } from '@/components/ui/failure';
import { Card } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import type { Execution, ExecutionSummary, StepLog } from '@/lib/api-types';
import type { WorkflowDefinition } from '@/lib/definition';

interface ExecutionStepsProps {
  execution: Execution;
  definition: WorkflowDefinition | null;
  attempts: Attempts;
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
  attempts,
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
    return (
      <StepLogDetails
        execution={execution}
        log={log}
        rows={rows}
        node={definition?.nodes.find(({ id }) => id === log.nodeId) ?? null}
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
      {attempts.isPending ? (
        <RowSkeletons rows={4} />
      ) : attempts.error && rows.length === 0 ? (
        <Failure error={attempts.error} onRetry={attempts.retry} />
      ) : (
        <StepLogList
          rows={rows}
          hasMore={attempts.hasMore}
          graph={graph}
          selected={selected}
          onSelect={onSelect}
          detailsOf={detailsOf}
        />
      )}
    </Card>
  );
}
