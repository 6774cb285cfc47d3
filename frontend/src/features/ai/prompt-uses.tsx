import { useQuery } from '@tanstack/react-query';
import { Workflow } from 'lucide-react';
import { Link } from 'react-router';
import { count } from '@/features/ai/model/words';
import { Moment } from '@/components/status/moment';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { Card } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { Cell, Row, Table } from '@/components/ui/table';
import { aiQueries } from '@/lib/ai-queries';
import { queries } from '@/lib/queries';

const HEAD = [
  { label: 'Used by', className: 'w-[50%]' },
  { label: 'Version' },
  { label: 'Calls' },
  { label: 'Last' },
];

/** Which workflows have called a prompt. */
export function PromptUses({ id }: { id: string }) {
  const uses = useQuery(aiQueries.uses(id));
  const names = useQuery(queries.workflowNames());
  if (uses.isPending) return <RowSkeletons rows={3} />;
  if (uses.isError) return <Failure error={uses.error} onRetry={() => void uses.refetch()} />;
  if (uses.data.length === 0) {
    return (
      <EmptyState icon={Workflow} title="Nobody has used it yet">
        Workflows whose steps have called this prompt appear here.
      </EmptyState>
    );
  }
  const nameOf = (workflow: string) => names.data?.find((known) => known.id === workflow)?.name ?? workflow;
  return (
    <Card>
      <Table caption="Who has used the prompt" head={HEAD}>
        {uses.data.map((use) => (
          <Row key={`${use.workflowId ?? ''}/${use.version ?? ''}`}>
            <Cell>
              {use.workflowId === undefined ? (
                'Tried out here'
              ) : (
                <Link
                  to={`/workflows/${use.workflowId}`}
                  className="rounded-sm text-accent-ink underline-offset-2 hover:underline"
                >
                  {nameOf(use.workflowId)}
                </Link>
              )}
            </Cell>
            <Cell className="tabular-nums">{use.version ?? 'draft'}</Cell>
            <Cell className="tabular-nums">{count(use.calls)}</Cell>
            <Cell className="whitespace-nowrap text-ink-soft">
              <Moment at={use.lastAt} />
            </Cell>
          </Row>
        ))}
      </Table>
    </Card>
  );
}
