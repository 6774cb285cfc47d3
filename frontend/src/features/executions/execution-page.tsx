import { useState } from 'react';
import { useParams } from 'react-router';
import { ExecutionActions } from '@/features/executions/execution-actions';
import { ExecutionFailure } from '@/features/executions/execution-failure';
import { ExecutionFacts } from '@/features/executions/execution-facts';
import { ExecutionResult } from '@/features/executions/execution-result';
import { ExplainExecution } from '@/features/executions/explain-execution';
import { EXECUTIONS, ExecutionSkeleton } from '@/features/executions/execution-skeleton';
import { ExecutionSteps } from '@/features/executions/execution-steps';
import { failedStep } from '@/features/executions/model/failure';
import { LogLines } from '@/features/executions/log-lines';
import type { RerunStart } from '@/features/executions/model/rerun';
import { RelatedList } from '@/features/executions/related-list';
import { RerunDialog } from '@/features/executions/rerun-dialog';
import { TimeLine } from '@/features/executions/time-line';
import { useExecutionGraph } from '@/features/executions/use-execution-graph';
import { useLiveExecution } from '@/features/executions/use-live-execution';
import { WaitingForPeople } from '@/features/executions/waiting-for-people';
import { WhatHappened } from '@/features/executions/what-happened';
import { useRelated } from '@/features/executions/use-related';
import { CanvasFrame, LazyCanvas } from '@/components/graph/lazy-canvas';
import { hasEnded } from '@/components/graph/model/states';
import { LiveMark } from '@/components/status/live-mark';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { Skeleton } from '@/components/ui/skeleton';
import { inWords } from '@/lib/format/words';
import { may } from '@/lib/roles';
import { useUrlFilters } from '@/lib/use-url-filters';
import { useUser } from '@/lib/use-session';

export function Component() {
  const { id = '' } = useParams();
  return <ExecutionPage key={id} id={id} />;
}

function ExecutionPage({ id }: { id: string }) {
  const { execution, attempts, status, paused, rows, stream } = useLiveExecution(id);
  const { related, callerName } = useRelated(id, execution.data, rows);
  const { filters, setFilter } = useUrlFilters(['step', 'view']);
  const selected = filters.step === '' ? null : filters.step;
  const select = (nodeId: string | null) => setFilter('step', nodeId ?? '');
  const [rerun, setRerun] = useState<{ from: RerunStart | null } | null>(null);
  const operates = may(useUser(), 'operate');
  const { pinned, graph, overlay } = useExecutionGraph(id, rows, status);

  if (execution.isError && !execution.data) {
    return (
      <Page title="Execution" parent={EXECUTIONS}>
        <Card>
          <Failure error={execution.error} onRetry={() => void execution.refetch()} />
        </Card>
      </Page>
    );
  }
  if (execution.isPending) return <ExecutionSkeleton />;

  const nameOf = (nodeId: string) => graph?.nodes.find((node) => node.id === nodeId)?.name ?? inWords(nodeId);

  const { error } = execution.data;
  const failed = error ? failedStep(error, rows) : null;

  return (
    <Page
      title={execution.data.workflowName}
      parent={EXECUTIONS}
      actions={
        <>
          <LiveMark state={stream} />
          <ExecutionActions
            execution={execution.data}
            status={status}
            paused={paused}
            rows={rows}
            operates={operates}
            onRunAgain={() => setRerun({ from: null })}
          />
        </>
      }
    >
      <ExecutionFacts
        execution={execution.data}
        status={status}
        paused={paused}
        callerName={callerName}
        nameOf={nameOf}
      />
      <ExecutionFailure
        error={error}
        step={failed === null ? null : { id: failed, name: nameOf(failed) }}
        onShow={select}
      />
      <WaitingForPeople id={id} rows={rows} />
      <CanvasFrame graph={graph}>
        {graph && overlay ? (
          <LazyCanvas
            label={`Steps of ${execution.data.workflowName}`}
            graph={graph}
            overlay={overlay}
            selected={selected}
            onSelect={select}
          />
        ) : pinned.isError ? (
          <Failure error={pinned.error} onRetry={() => void pinned.refetch()} />
        ) : (
          <Skeleton className="h-full rounded-none" />
        )}
      </CanvasFrame>
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <WhatHappened
          view={filters.view}
          onView={(view) => setFilter('view', view)}
          steps={
            <ExecutionSteps
              execution={execution.data}
              definition={pinned.data?.definition ?? null}
              attempts={attempts}
              rows={rows}
              graph={graph}
              selected={selected}
              onSelect={select}
              related={related.data ?? []}
              onRunAgain={operates && hasEnded(status) ? (from) => setRerun({ from }) : null}
            />
          }
          timeLine={
            <TimeLine id={id} rows={rows} graph={graph} going={!hasEnded(status)} onSelect={select} />
          }
          logLines={operates ? <LogLines id={id} /> : null}
        />
        <div className="flex min-w-0 flex-col gap-4">
          <ExplainExecution executionId={id} state={status} />
          <ExecutionResult execution={execution.data} />
          <RelatedList related={related} graph={graph} />
        </div>
      </div>
      {rerun && <RerunDialog id={id} from={rerun.from} onClose={() => setRerun(null)} />}
    </Page>
  );
}
