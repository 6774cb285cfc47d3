import { useInfiniteQuery } from '@tanstack/react-query';
import { Ban, FileText, SearchX, Send, ShieldCheck } from 'lucide-react';
import { Link } from 'react-router';
import { MessagesTable } from '@/features/messages/messages-table';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { DebouncedSearch } from '@/components/ui/debounced-search';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { LoadMore } from '@/components/ui/load-more';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { CHANNELS, PURPOSES, stateOptions } from '@/lib/format/messages';
import { queries } from '@/lib/queries';
import { useUrlFilters } from '@/lib/use-url-filters';

const FILTERS = ['to', 'state', 'channel', 'purpose', 'executionId'] as const;
const POLL_MS = 10_000;

const PLACES = [
  { to: '/outbox/consents', label: 'Consents', icon: ShieldCheck },
  { to: '/outbox/suppressions', label: 'Blocked addresses', icon: Ban },
  { to: '/outbox/texts', label: 'Stored texts', icon: FileText },
];

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const SELECTS = [
  { key: 'state', label: 'State', all: 'All states', options: stateOptions() },
  { key: 'channel', label: 'Channel', all: 'All channels', options: options(CHANNELS) },
  { key: 'purpose', label: 'Purpose', all: 'All purposes', options: options(PURPOSES) },
] as const;

export function Component() {
  const { filters, setFilter, clear, isFiltered } = useUrlFilters(FILTERS);
  const list = useInfiniteQuery({ ...queries.messages(filters), refetchInterval: POLL_MS });
  const messages = list.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Page
      title="Outbox"
      about="Messages to customers: what was sent, what waits, and what may not be sent."
      actions={
        <>
          {PLACES.map(({ to, label, icon: Icon }) => (
            <Button key={to} asChild>
              <Link to={to}>
                <Icon aria-hidden />
                {label}
              </Link>
            </Button>
          ))}
        </>
      }
    >
      <div
        className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-4"
        role="search"
        aria-label="Find messages"
      >
        <DebouncedSearch label="To" value={filters.to} onChange={(to) => setFilter('to', to)} />
        {SELECTS.map(({ key, label, all, options: choices }) => (
          <Select
            key={key}
            aria-label={label}
            value={filters[key]}
            onChange={(event) => setFilter(key, event.target.value)}
          >
            <option value="">{all}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        ))}
      </div>
      <Card>
        {list.isPending ? (
          <RowSkeletons rows={8} />
        ) : list.isError && messages.length === 0 ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : messages.length > 0 ? (
          <MessagesTable messages={messages} />
        ) : isFiltered ? (
          <EmptyState
            icon={SearchX}
            title="Nothing matches"
            action={<Button onClick={clear}>Clear the filters</Button>}
          >
            No message fits these filters.
          </EmptyState>
        ) : (
          <EmptyState
            icon={Send}
            title="No messages yet"
            action={
              <Button asChild>
                <Link to="/templates">See the templates</Link>
              </Button>
            }
          >
            When a workflow writes to a customer, the message is here. Nothing leaves until your administrator
            sets up a mail server or a text provider.
          </EmptyState>
        )}
        <LoadMore query={list} />
      </Card>
    </Page>
  );
}
