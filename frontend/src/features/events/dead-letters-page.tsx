import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MailCheck, SearchX } from 'lucide-react';
import { DeadLetterFilters } from '@/features/events/dead-letter-filters';
import { DeadLettersTable } from '@/features/events/dead-letters-table';
import { EventsNav } from '@/features/events/events-nav';
import { ReplayBar } from '@/features/events/replay-bar';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { LoadMore } from '@/components/ui/load-more';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { eventsQueries } from '@/lib/events-queries';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';
import { useUrlFilters } from '@/lib/use-url-filters';

const FILTERS = ['state', 'topic', 'reason'] as const;

export function Component() {
  const { filters, setFilter, clear, isFiltered } = useUrlFilters(FILTERS);
  const state = filters.state || 'OPEN';
  const list = useInfiniteQuery(
    eventsQueries.deadLetters({ ...filters, state: state === 'ALL' ? '' : state }),
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const mayReplay = may(useUser(), 'operate');
  const letters = list.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = letters.filter((letter) => chosen.has(letter.id)).map((letter) => letter.id);

  function choose(ids: string[], isChosen: boolean) {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  }

  return (
    <Page
      title="Dead letters"
      about="Records that could not be read or processed. They wait here: mend one, send it again, or put it away."
    >
      <EventsNav />
      <DeadLetterFilters state={state} filters={filters} onChange={setFilter} />
      <Card>
        {shown.length > 0 && <ReplayBar ids={shown} onDone={() => setChosen(new Set())} />}
        {list.isPending ? (
          <RowSkeletons />
        ) : list.isError && letters.length === 0 ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : letters.length > 0 ? (
          <DeadLettersTable letters={letters} chosen={chosen} onChoose={mayReplay ? choose : null} />
        ) : isFiltered ? (
          <EmptyState
            icon={SearchX}
            title="Nothing matches"
            action={<Button onClick={clear}>Show the open ones</Button>}
          >
            No dead letter fits these filters.
          </EmptyState>
        ) : (
          <EmptyState icon={MailCheck} title="Everything was processed">
            When another system sends what cannot be read, it comes here with the reason.
          </EmptyState>
        )}
        <LoadMore query={list} />
      </Card>
    </Page>
  );
}
