import { useInfiniteQuery } from '@tanstack/react-query';
import { Route, SearchX } from 'lucide-react';
import { JourneyLegCard } from '@/features/executions/journey-leg';
import { DebouncedSearch } from '@/components/ui/debounced-search';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { LoadMore } from '@/components/ui/load-more';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { insightQueries } from '@/lib/insight-queries';
import { useUrlFilters } from '@/lib/use-url-filters';

const PARENT = { to: '/executions', label: 'Executions' };

/** One vehicle, repair order or customer, through every execution and step that touched it. */
export function Component() {
  const { filters, setFilter } = useUrlFilters(['key']);
  const { key } = filters;
  return (
    <Page
      title={
        key === ''
          ? 'Follow one'
          : key.replace(/^([A-Za-z][\w-]*):/, (_, name: string) => `${name.toUpperCase()} `)
      }
      parent={PARENT}
      about="Everything that touched one vehicle, repair order or customer, newest first."
    >
      <DebouncedSearch
        label="Customer, VIN or RO number"
        className="max-w-md"
        value={key}
        onChange={(next) => setFilter('key', next)}
      />
      {key === '' ? (
        <Card>
          <EmptyState icon={Route} title="Whom do you want to follow?">
            Write a VIN, an RO number or a customer, such as vin:1HGCM82633A004352.
          </EmptyState>
        </Card>
      ) : (
        <Journey value={key} />
      )}
    </Page>
  );
}

function Journey({ value }: { value: string }) {
  const journey = useInfiniteQuery(insightQueries.journey(value));
  const legs = journey.data?.pages.flatMap((page) => page.items) ?? [];
  if (journey.isPending)
    return (
      <Card>
        <RowSkeletons rows={6} />
      </Card>
    );
  if (journey.isError && legs.length === 0)
    return (
      <Card>
        <Failure error={journey.error} onRetry={() => void journey.refetch()} />
      </Card>
    );
  if (legs.length === 0)
    return (
      <Card>
        <EmptyState icon={SearchX} title="Nothing touched it">
          No execution has this among its business keys.
        </EmptyState>
      </Card>
    );
  return (
    <div>
      <ol aria-label="Journey" className="relative flex flex-col gap-4 border-l pl-5">
        {legs.map((leg) => (
          <JourneyLegCard key={leg.id} leg={leg} />
        ))}
      </ol>
      <LoadMore query={journey} />
    </div>
  );
}
