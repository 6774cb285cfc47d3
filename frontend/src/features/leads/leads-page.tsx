import { useInfiniteQuery } from '@tanstack/react-query';
import { Contact, SearchX } from 'lucide-react';
import { Link } from 'react-router';
import { LeadsTable } from '@/features/leads/leads-table';
import { QUALITIES } from '@/features/leads/model/words';
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

const POLL_MS = 10_000;
const OPTIONS = [{ value: 'all', label: 'All' }, ...QUALITIES.map(({ value, label }) => ({ value, label }))];

export function Component() {
  const { filters, setFilter, clear, isFiltered } = useUrlFilters(['text', 'quality']);
  const list = useInfiniteQuery({ ...queries.leads(filters), refetchInterval: POLL_MS });
  const leads = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title="Leads received"
      about="What other systems sent, newest first, and how well it could be read."
    >
      <div className="flex flex-wrap items-center gap-3">
        <DebouncedSearch
          label="Search leads"
          className="w-full sm:w-72"
          value={filters.text}
          onChange={(text) => setFilter('text', text)}
        />
        <Filter
          label="Quality"
          value={filters.quality === '' ? 'all' : filters.quality}
          options={OPTIONS}
          onChange={(quality) => setFilter('quality', quality === 'all' ? '' : quality)}
        />
      </div>
      <Card>
        {list.isPending ? (
          <RowSkeletons rows={8} />
        ) : list.isError && leads.length === 0 ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : leads.length > 0 ? (
          <LeadsTable leads={leads} />
        ) : isFiltered ? (
          <EmptyState
            icon={SearchX}
            title="Nothing matches"
            action={<Button onClick={clear}>Clear the filters</Button>}
          >
            No lead fits these filters.
          </EmptyState>
        ) : (
          <EmptyState
            icon={Contact}
            title="No lead has come yet"
            action={
              <Button asChild>
                <Link to="/event-types/com.automatrix.lead.received.v1">See what a lead says</Link>
              </Button>
            }
          >
            Lead providers send to the address /api/leads, or by e-mail. Each document appears here, also one
            that cannot be read.
          </EmptyState>
        )}
        <LoadMore query={list} />
      </Card>
    </Page>
  );
}
