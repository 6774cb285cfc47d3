import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Activity, Route, SearchX } from 'lucide-react';
import { Link } from 'react-router';
import { ExecutionFilters } from '@/features/executions/execution-filters';
import { ExecutionsTable } from '@/features/executions/executions-table';
import { ExportButton } from '@/features/executions/export-button';
import { FILTERS, foundKeys, query } from '@/features/executions/model/filters';
import { SavedViews } from '@/features/executions/saved-views';
import { useSteady } from '@/features/executions/use-steady';
import { LiveMark } from '@/components/status/live-mark';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { LoadMore } from '@/components/ui/load-more';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { queries } from '@/lib/queries';
import { useLiveExecutions } from '@/lib/use-live-executions';
import { useUrlFilters } from '@/lib/use-url-filters';

const POLL_MS = 5000;

const RENEWED_MS = 1000;

export function Component() {
  const { filters, setFilters, clear, isFiltered } = useUrlFilters(FILTERS);
  const stream = useLiveExecutions('executions', RENEWED_MS);
  const list = useInfiniteQuery({
    ...queries.executions(filters, (now) => query(filters, now)),
    refetchInterval: stream === 'polling' || stream === 'ended' ? POLL_MS : false,
  });
  const workflows = useQuery(queries.workflowNames());
  const latest = list.data && !list.isPlaceholderData ? list.data.pages.flatMap((page) => page.items) : null;
  const { shown, fresh, left, showFresh } = useSteady(JSON.stringify(filters), latest);
  const changed = [
    ...(fresh.length > 0 ? [`${fresh.length} new`] : []),
    ...(left.size > 0 ? [`${left.size} no longer ${left.size === 1 ? 'matches' : 'match'}`] : []),
  ];
  const isLoading = list.isPending || list.isPlaceholderData;

  return (
    <Page
      title="Executions"
      about="What your workflows did, newest first."
      actions={
        <>
          <LiveMark state={stream} />
          <SavedViews />
          <ExportButton filters={filters} />
        </>
      }
    >
      <ExecutionFilters filters={filters} workflows={workflows.data ?? []} onChange={setFilters} />
      {foundKeys(filters.businessKey, shown).map((value) => (
        <Link
          key={value}
          to={`/journeys?key=${encodeURIComponent(value)}`}
          className="-mt-2 inline-flex items-center gap-1.5 self-start rounded-sm text-accent-ink hover:underline"
        >
          <Route className="size-4" aria-hidden />
          Follow “{value}” on one time line
        </Link>
      ))}
      <Card>
        {changed.length > 0 && (
          <button
            type="button"
            onClick={showFresh}
            className="block w-full border-b bg-accent-soft px-4 py-1.5 text-center font-medium text-accent-ink hover:underline focus-visible:-outline-offset-2"
          >
            {changed.join(', ')}
          </button>
        )}
        {isLoading ? (
          <RowSkeletons rows={8} />
        ) : list.isError && shown.length === 0 ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : shown.length > 0 ? (
          <ExecutionsTable key={JSON.stringify(filters)} executions={shown} left={left} filters={filters} />
        ) : (
          <NoExecutions isFiltered={isFiltered} onClear={clear} />
        )}
        {!isLoading && <LoadMore query={list} />}
      </Card>
    </Page>
  );
}

function NoExecutions({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  return isFiltered ? (
    <EmptyState
      icon={SearchX}
      title="Nothing matches"
      action={<Button onClick={onClear}>Clear the filters</Button>}
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
  );
}
