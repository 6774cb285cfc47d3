import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Activity, SearchX } from 'lucide-react';
import { Link } from 'react-router';
import { ExecutionFilters } from '@/features/executions/execution-filters';
import { ExecutionsTable } from '@/features/executions/executions-table';
import { FILTERS, query } from '@/features/executions/model/filters';
import { useLiveList } from '@/features/executions/use-live-list';
import { LiveMark } from '@/components/status/live-mark';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { LoadMore } from '@/components/ui/load-more';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { queries } from '@/lib/queries';
import { useUrlFilters } from '@/lib/use-url-filters';

const POLL_MS = 5000;

export function Component() {
  const { filters, setFilters, clear, isFiltered } = useUrlFilters(FILTERS);
  const stream = useLiveList();
  const list = useInfiniteQuery({
    ...queries.executions(filters, (now) => query(filters, now)),
    refetchInterval: stream === 'polling' || stream === 'ended' ? POLL_MS : false,
  });
  const workflows = useQuery(queries.workflowNames());
  const executions = list.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Page
      title="Executions"
      about="What your workflows did, newest first."
      actions={<LiveMark state={stream} />}
    >
      <ExecutionFilters filters={filters} workflows={workflows.data ?? []} onChange={setFilters} />
      <Card>
        {list.isPending ? (
          <RowSkeletons rows={8} />
        ) : list.isError && executions.length === 0 ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : executions.length > 0 ? (
          <ExecutionsTable executions={executions} />
        ) : isFiltered ? (
          <EmptyState
            icon={SearchX}
            title="Nothing matches"
            action={<Button onClick={clear}>Clear the filters</Button>}
          >
            No execution fits these filters.
          </EmptyState>
        ) : (
          <EmptyState
            icon={Activity}
            title="Nothing has run yet"
            action={
              <Button asChild>
                <Link to="/workflows">Go to Workflows</Link>
              </Button>
            }
          >
            When a published workflow starts, by an event or by hand, you can follow each of its steps here.
          </EmptyState>
        )}
        <LoadMore query={list} />
      </Card>
    </Page>
  );
}
