import { useState } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Inbox, SearchX } from 'lucide-react';
import { BulkBar } from '@/features/inbox/bulk-bar';
import { TasksTable } from '@/features/inbox/tasks-table';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { Filter } from '@/components/ui/filter-bar';
import { LoadMore } from '@/components/ui/load-more';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { plural } from '@/lib/format/words';
import { queries } from '@/lib/queries';
import { useUrlFilters } from '@/lib/use-url-filters';

const FILTERS = ['scope', 'show'] as const;

const SCOPES = [
  { value: 'mine', label: 'Mine' },
  { value: 'all', label: 'Everyone’s' },
];

const SHOWN = [
  { value: 'open', label: 'Open' },
  { value: 'overdue', label: 'Overdue' },
  { value: 'done', label: 'Done' },
  { value: 'expired', label: 'Expired' },
];

/** What the API is asked for. */
function query(scope: string, show: string): Record<string, string> {
  if (show === 'overdue') return { scope, state: 'OPEN', overdue: 'true' };
  return { scope, state: show.toUpperCase() };
}

export function Component() {
  const { filters, setFilter, clear, isFiltered } = useUrlFilters(FILTERS);
  const scope = filters.scope || 'mine';
  const show = filters.show || 'open';
  const list = useInfiniteQuery(queries.tasks(query(scope, show)));
  const counts = useQuery(queries.taskCounts());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());

  const tasks = list.data?.pages.flatMap((page) => page.items) ?? [];
  const shownChoice = tasks.filter((task) => chosen.has(task.id)).map((task) => task.id);
  const others = (counts.data?.all ?? 0) - (counts.data?.mine ?? 0);

  function choose(id: string, isChosen: boolean) {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  }

  return (
    <Page
      title="Inbox"
      about={
        <p>
          What your workflows ask of people.{' '}
          <span className="hidden md:inline">Press J and K to go through the list, Enter to open.</span>
        </p>
      }
    >
      <div
        className="flex flex-wrap items-center justify-between gap-3"
        role="search"
        aria-label="Find tasks"
      >
        <Filter
          label="Whose tasks"
          value={scope}
          options={SCOPES}
          onChange={(next) => setFilter('scope', next === 'mine' ? '' : next)}
        />
        <Filter
          label="Which tasks"
          value={show}
          options={SHOWN}
          onChange={(next) => setFilter('show', next === 'open' ? '' : next)}
        />
      </div>
      <Card>
        {shownChoice.length > 0 && <BulkBar ids={shownChoice} onDone={() => setChosen(new Set())} />}
        {list.isPending ? (
          <RowSkeletons rows={6} />
        ) : list.isError && tasks.length === 0 ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : tasks.length > 0 ? (
          <TasksTable tasks={tasks} chosen={chosen} onChoose={choose} />
        ) : isFiltered ? (
          <EmptyState
            icon={SearchX}
            title="Nothing here"
            action={<Button onClick={clear}>Show my open tasks</Button>}
          >
            No task fits these filters.
          </EmptyState>
        ) : (
          <EmptyState
            icon={Inbox}
            title="Nothing waits for you"
            action={
              others > 0 && <Button onClick={() => setFilter('scope', 'all')}>Show everyone’s tasks</Button>
            }
          >
            {others > 0
              ? `${plural(others, 'open task')} ${others === 1 ? 'is' : 'are'} for other people.`
              : 'When a workflow needs an approval or a task from you, it comes here.'}
          </EmptyState>
        )}
        <LoadMore query={list} />
      </Card>
    </Page>
  );
}
