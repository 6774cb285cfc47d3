import type { UseQueryResult } from '@tanstack/react-query';
import { nodeOf, pathOf } from '@/features/executions/model/related';
import { ExecutionStatusBadges } from '@/features/executions/execution-status-badges';
import type { Graph } from '@/components/graph/model/graph';
import { Moment } from '@/components/status/moment';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/failure';
import { Card } from '@/components/ui/page';
import { RowLink } from '@/components/ui/table';
import type { ExecutionSummary } from '@/lib/api-types';
import { inWords } from '@/lib/format/words';

interface RelatedListProps {
  related: UseQueryResult<ExecutionSummary[]>;
  graph: Graph | null;
}

/** The executions that this one has called, and those that run it again; nothing where there are none. */
export function RelatedList({ related, graph }: RelatedListProps) {
  const called = related.data?.filter((other) => !other.rerunOf) ?? [];
  const reruns = related.data?.filter((other) => other.rerunOf) ?? [];
  const nameOf = (step: string) =>
    graph?.nodes.find((node) => node.id === nodeOf(step))?.name ?? inWords(nodeOf(step));
  if (related.isError && !related.data) {
    return (
      <Card className="flex flex-col items-start gap-3 p-4">
        <h2 className="font-semibold">Related executions</h2>
        <Notice error={related.error} />
        <Button size="sm" onClick={() => void related.refetch()}>
          Try again
        </Button>
      </Card>
    );
  }
  return (
    <>
      <Group
        title="Called executions"
        executions={called}
        about={({ calledBy }) => (calledBy?.step ? `By “${nameOf(calledBy.step)}”` : null)}
      />
      <Group
        title="Run again"
        executions={reruns}
        about={({ rerunOf }) => (rerunOf?.step ? `From “${nameOf(rerunOf.step)}”` : 'From the top')}
      />
    </>
  );
}

interface GroupProps {
  title: string;
  executions: ExecutionSummary[];
  about: (execution: ExecutionSummary) => string | null;
}

function Group({ title, executions, about }: GroupProps) {
  if (executions.length === 0) return null;
  return (
    <Card className="animate-appear">
      <header className="flex h-11 items-center gap-3 border-b px-4">
        <h2 className="font-semibold">{title}</h2>
        <span className="text-sm text-ink-faint">{executions.length}</span>
      </header>
      <ol className="max-h-104 overflow-y-auto">
        {executions.map((execution) => (
          <li
            key={execution.id}
            className="relative flex items-center gap-3 border-b px-4 py-2.5 transition-colors last:border-b-0 hover:bg-hover/60"
          >
            <span className="min-w-0 flex-1">
              <RowLink to={pathOf(execution)}>
                <span className="block truncate">{execution.workflowName}</span>
              </RowLink>
              <span className="block truncate text-sm text-ink-faint">
                {about(execution)} · <Moment at={execution.startedAt} />
              </span>
            </span>
            <ExecutionStatusBadges status={execution.status} paused={execution.paused} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
