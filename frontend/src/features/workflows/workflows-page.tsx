import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FileUp, LayoutTemplate, SearchX, Workflow as WorkflowIcon } from 'lucide-react';
import { Link } from 'react-router';
import { ImportWorkflow } from '@/features/workflows/import-workflow';
import { NewWorkflowButton } from '@/features/workflows/new-workflow-button';
import { WorkflowCards } from '@/features/workflows/workflow-cards';
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
import { may } from '@/lib/roles';
import { useUrlFilters } from '@/lib/use-url-filters';
import { useUser } from '@/lib/use-session';

const STATUSES = [
  { value: 'all', label: 'All' },
  { value: 'PUBLISHED', label: 'Published' },
  { value: 'PAUSED', label: 'Paused' },
  { value: 'DRAFT', label: 'Drafts' },
  { value: 'ARCHIVED', label: 'Archived' },
];

const VIEWS = [
  { value: 'table', label: 'Table' },
  { value: 'cards', label: 'Cards' },
];

export function Component() {
  const { filters, setFilter, clear } = useUrlFilters(['query', 'status', 'view']);
  const list = useInfiniteQuery(queries.workflows({ query: filters.query, status: filters.status }));
  const [isImporting, setImporting] = useState(false);
  const builds = may(useUser(), 'build');
  const workflows = list.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Page
      title="Workflows"
      about="What AutoMatrix does for you when something happens."
      actions={
        <>
          {builds && (
            <Button variant="quiet" onClick={() => setImporting(true)}>
              <FileUp aria-hidden />
              Import
            </Button>
          )}
          <Button asChild variant={builds ? 'secondary' : 'primary'}>
            <Link to="/templates">
              <LayoutTemplate aria-hidden />
              New from a template
            </Link>
          </Button>
          {builds && <NewWorkflowButton />}
        </>
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
        <div className="sm:ml-auto">
          <Filter
            label="Shown as"
            value={filters.view === 'cards' ? 'cards' : 'table'}
            options={VIEWS}
            onChange={(view) => setFilter('view', view === 'cards' ? view : '')}
          />
        </div>
      </div>
      <Card>
        {list.isPending ? (
          <RowSkeletons />
        ) : list.isError && workflows.length === 0 ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : workflows.length > 0 ? (
          filters.view === 'cards' ? (
            <WorkflowCards workflows={workflows} />
          ) : (
            <WorkflowsTable workflows={workflows} />
          )
        ) : filters.query !== '' || filters.status !== '' ? (
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
      {isImporting && <ImportWorkflow onClose={() => setImporting(false)} />}
    </Page>
  );
}
