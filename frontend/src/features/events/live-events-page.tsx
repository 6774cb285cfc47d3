import { Pause, Play, Radio } from 'lucide-react';
import { EventsNav } from '@/features/events/events-nav';
import { LiveEvent } from '@/features/events/live-event';
import { useEventTail } from '@/features/events/use-event-tail';
import { LiveMark } from '@/components/status/live-mark';
import { Button } from '@/components/ui/button';
import { DebouncedSearch } from '@/components/ui/debounced-search';
import { EmptyState } from '@/components/ui/empty-state';
import { Card, Page } from '@/components/ui/page';
import { plural } from '@/lib/format/words';
import type { StreamState } from '@/lib/sse/stream';
import { useUrlFilters } from '@/lib/use-url-filters';

const FILTERS = ['type', 'source', 'text'] as const;
const NOTHING = {
  title: 'Nothing has arrived yet',
  about: 'As soon as a system sends an event, it is here. A test event of the catalogue counts too.',
};
const EMPTY: Record<StreamState, { title: string; about: string }> = {
  connecting: NOTHING,
  live: NOTHING,
  polling: {
    title: 'The events cannot be followed right now',
    about: 'The server does not answer. It is asked again and again, and what arrives from then on is shown.',
  },
  ended: {
    title: 'The events cannot be followed',
    about: 'The server has refused it. Reload the page, or ask an administrator.',
  },
};
const LABELS = { type: 'Type', source: 'Source', text: 'Text in the data' };

export function Component() {
  const { filters, setFilter, clear, isFiltered } = useUrlFilters(FILTERS);
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== '')).toString();
  const tail = useEventTail(query === '' ? '' : `?${query}`);

  return (
    <Page
      title="Live events"
      about="What other systems tell, as it arrives. The newest is on top."
      actions={
        <>
          <LiveMark state={tail.paused ? 'ended' : tail.state === 'polling' ? 'connecting' : tail.state} />
          <Button onClick={() => tail.pause(!tail.paused)}>
            {tail.paused ? <Play aria-hidden /> : <Pause aria-hidden />}
            {tail.paused ? 'Go on' : 'Pause'}
          </Button>
        </>
      }
    >
      <EventsNav />
      <div role="search" aria-label="Find events" className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        {FILTERS.map((name) => (
          <DebouncedSearch
            key={name}
            label={LABELS[name]}
            value={filters[name]}
            onChange={(value) => setFilter(name, value)}
          />
        ))}
      </div>
      <p role="status" className="text-sm text-ink-faint empty:hidden">
        {tail.paused && `Paused. ${plural(tail.waiting, 'event')} came meanwhile. `}
        {tail.missed > 0 && `${plural(tail.missed, 'event')} came too fast to be shown.`}
      </p>
      <Card>
        {tail.events.length > 0 ? (
          <ul aria-label="Events">
            {tail.events.map((event) => (
              <LiveEvent key={event.place} event={event} />
            ))}
          </ul>
        ) : (
          <EmptyState
            icon={Radio}
            title={EMPTY[tail.state].title}
            action={isFiltered && <Button onClick={clear}>Clear the filters</Button>}
          >
            {EMPTY[tail.state].about}
          </EmptyState>
        )}
      </Card>
    </Page>
  );
}
