import { useInfiniteQuery } from '@tanstack/react-query';
import { LayoutTemplate, SearchX, Workflow as WorkflowIcon } from 'lucide-react';
import { Link } from 'react-router';
import { WorkflowsTable } from '@/features/workflows/workflows-table';
import { Button } from '@/components/ui/button';
import { DebouncedSearch } from '@/components/ui/debounced-search';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { Filter } from '@/components/ui/filter-bar';
import { LoadMore } from '@/components/ui/load-more';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { queries } from '@/lib/queries';
import { useUrlFilters } from '@/lib/use-url-filters';

const STATUSES = [
  { value: 'all', label: 'All' },
  { value: 'PUBLISHED', label: 'Published' },
  { value: 'PAUSED', label: 'Paused' },
  { value: 'DRAFT', label: 'Drafts' },
  { value: 'ARCHIVED', label: 'Archived' },
];

export function Component() {
  const { filters, setFilter, clear, isFiltered } = useUrlFilters(['query', 'status']);
  const list = useInfiniteQuery(queries.workflows(filters));
  const workflows = list.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Page
      title="Workflows"
      about="What AutoMatrix does for you when something happens."
      actions={
        <Button asChild variant="primary">
          <Link to="/templates">
            <LayoutTemplate aria-hidden />
            New from a template
          </Link>
        </Button>
      }
    >
      <div className="flex flex-wrap items-center gap-3">
        <DebouncedSearch
          label="Search workflows"
          className="w-full sm:w-72"
          value={filters.query}
          onChange={(query) => setFilter('query', query)}
        />
        <Filter
          label="Status"
          value={filters.status === '' ? 'all' : filters.status}
          options={STATUSES}
          onChange={(status) => setFilter('status', status === 'all' ? '' : status)}
        />
      </div>
      <Card>
        {list.isPending ? (
          <RowSkeletons />
        ) : list.isError && workflows.length === 0 ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : workflows.length > 0 ? (
          <WorkflowsTable workflows={workflows} />
        ) : isFiltered ? (
          <EmptyState
            icon={SearchX}
            title="Nothing matches"
            action={<Button onClick={clear}>Clear the filters</Button>}
          >
            No workflow fits this search. Try fewer words or another status.
          </EmptyState>
        ) : (
          <EmptyState
            icon={WorkflowIcon}
            title="No workflows yet"
            action={
              <Button asChild>
                <Link to="/templates">Look at the templates</Link>
              </Button>
            }
          >
            Begin with a template made for dealerships: answer a few questions, and it is ready to publish.
          </EmptyState>
        )}
        <LoadMore query={list} />
      </Card>
    </Page>
  );
}
