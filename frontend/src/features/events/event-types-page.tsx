import { useQuery } from '@tanstack/react-query';
import { Plus, Radio, SearchX } from 'lucide-react';
import { Link } from 'react-router';
import { EventsNav } from '@/features/events/events-nav';
import { EventTypesTable } from '@/features/events/event-types-table';
import { categoriesOf, matching } from '@/features/events/model/catalogue';
import { Button } from '@/components/ui/button';
import { DebouncedSearch } from '@/components/ui/debounced-search';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { Filter } from '@/components/ui/filter-bar';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import type { EventType } from '@/lib/api-types';
import { inWords } from '@/lib/format/words';
import { queries } from '@/lib/queries';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';
import { useUrlFilters } from '@/lib/use-url-filters';

export function Component() {
  const types = useQuery(queries.eventTypes());
  const user = useUser();
  return (
    <Page
      title="Event types"
      about="What other systems can tell, and workflows can be started by: leads, appointments, repair orders, parts."
      actions={
        may(user, 'administer') && (
          <Button asChild variant="primary">
            <Link to="/event-types/new">
              <Plus aria-hidden />
              Add your own
            </Link>
          </Button>
        )
      }
    >
      <EventsNav />
      {types.isPending ? (
        <Card>
          <RowSkeletons />
        </Card>
      ) : types.isError ? (
        <Card>
          <Failure error={types.error} onRetry={() => void types.refetch()} />
        </Card>
      ) : types.data.length === 0 ? (
        <Card>
          <EmptyState icon={Radio} title="No event types here yet">
            An administrator can register event types of your own systems.
          </EmptyState>
        </Card>
      ) : (
        <Catalogue types={types.data} />
      )}
    </Page>
  );
}

function Catalogue({ types }: { types: EventType[] }) {
  const { filters, setFilter, clear } = useUrlFilters(['query', 'category']);
  const shown = matching(types, filters);
  const categories = categoriesOf(types).map((value) => ({ value, label: inWords(value) }));
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <DebouncedSearch
          label="Search event types"
          className="w-full sm:w-72"
          value={filters.query}
          onChange={(query) => setFilter('query', query)}
        />
        <Filter
          label="Category"
          value={filters.category === '' ? 'all' : filters.category}
          options={[{ value: 'all', label: 'All' }, ...categories]}
          onChange={(category) => setFilter('category', category === 'all' ? '' : category)}
        />
      </div>
      <Card>
        {shown.length === 0 ? (
          <EmptyState
            icon={SearchX}
            title="Nothing matches"
            action={<Button onClick={clear}>Clear the filters</Button>}
          >
            No event type fits this search. Try fewer words or another category.
          </EmptyState>
        ) : (
          <EventTypesTable types={shown} />
        )}
      </Card>
    </>
  );
}
