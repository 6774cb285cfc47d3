import { useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { CancelButton } from '@/features/executions/cancel-button';
import { ExecutionFacts } from '@/features/executions/execution-facts';
import { ExecutionResult } from '@/features/executions/execution-result';
import { StepLogList } from '@/features/executions/step-log-list';
import { useLiveExecution } from '@/features/executions/use-live-execution';
import { CanvasFrame, LazyCanvas } from '@/components/graph/lazy-canvas';
import { graphOf } from '@/components/graph/model/graph';
import { overlayOf } from '@/components/graph/model/states';
import { LiveMark } from '@/components/status/live-mark';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { Loading, RowSkeletons, Skeleton } from '@/components/ui/skeleton';
import { queries } from '@/lib/queries';

const PARENT = { to: '/executions', label: 'Executions' };

export function Component() {
  const { id = '' } = useParams();
  return <ExecutionPage key={id} id={id} />;
}

function ExecutionPage({ id }: { id: string }) {
  const { execution, logs, status, rows, stream } = useLiveExecution(id);
  const [selected, setSelected] = useState<string | null>(null);
  const pinned = useQuery(queries.executionDefinition(id));
  const stepTypes = useQuery(queries.stepTypes());
  const graph = useMemo(
    () =>
      pinned.data && !stepTypes.isPending ? graphOf(pinned.data.definition, stepTypes.data ?? []) : null,
    [pinned.data, stepTypes.isPending, stepTypes.data],
  );

  if (execution.isError && !execution.data) {
    return (
      <Page title="Execution" parent={PARENT}>
        <Card>
          <Failure error={execution.error} onRetry={() => void execution.refetch()} />
        </Card>
      </Page>
    );
  }
  if (execution.isPending) return <ExecutionSkeleton />;

  return (
    <Page
      title={execution.data.workflowName}
      parent={PARENT}
      actions={
        <>
          <LiveMark state={stream} />
          <CancelButton id={id} status={status} />
        </>
      }
    >
      <ExecutionFacts execution={execution.data} status={status} />
      <CanvasFrame graph={graph}>
        {graph ? (
          <LazyCanvas
            label={`Steps of ${execution.data.workflowName}`}
            graph={graph}
            overlay={overlayOf(graph, rows, status)}
            selected={selected}
            onSelect={setSelected}
          />
        ) : pinned.isError ? (
          <Failure error={pinned.error} onRetry={() => void pinned.refetch()} />
        ) : (
          <Skeleton className="h-full rounded-none" />
        )}
      </CanvasFrame>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Card>
          {logs.isPending ? (
            <RowSkeletons rows={4} />
          ) : logs.isError && rows.length === 0 ? (
            <Failure error={logs.error} onRetry={() => void logs.refetch()} />
          ) : (
            <StepLogList rows={rows} graph={graph} selected={selected} onSelect={setSelected} />
          )}
        </Card>
        <ExecutionResult execution={execution.data} />
      </div>
    </Page>
  );
}

function ExecutionSkeleton() {
  return (
    <Page title="Execution" parent={PARENT}>
      <Loading label="Loading the execution">
        <Skeleton className="h-[22rem] w-full rounded-lg" />
      </Loading>
    </Page>
  );
}
