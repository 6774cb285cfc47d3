import { useState } from 'react';
import { ChevronRight, FlaskConical } from 'lucide-react';
import { Link } from 'react-router';
import type { Arrived } from '@/features/events/use-event-tail';
import { JsonTree } from '@/components/json/json-tree';
import { Tag } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { CopyText } from '@/components/ui/copy-text';
import { cx } from '@/lib/cx';
import { clockTime, exactTime } from '@/lib/format/time';
import { eventInWords } from '@/lib/format/words';

export function LiveEvent({ event }: { event: Arrived }) {
  const [open, setOpen] = useState(false);
  const name = event.type ? eventInWords(event.type) : 'A record that is no event';
  return (
    <li className="border-b last:border-b-0">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-11 w-full items-center gap-2 px-4 py-2 text-left transition-colors hover:bg-hover/60 focus-visible:-outline-offset-2"
      >
        <ChevronRight
          className={cx('size-4 shrink-0 text-ink-faint transition-transform', open && 'rotate-90')}
          aria-hidden
        />
        <time
          dateTime={event.arrivedAt}
          title={exactTime(event.arrivedAt)}
          className="w-22 shrink-0 text-sm text-ink-faint tabular-nums"
        >
          {clockTime(event.arrivedAt)}
        </time>
        <span className="min-w-0 flex-1 sm:flex sm:items-center sm:gap-2">
          <span className="block truncate font-medium">{name}</span>
          <span className="block truncate text-sm text-ink-faint">{event.source}</span>
        </span>
        <span className="hidden md:block">
          <Tag>{event.topic}</Tag>
        </span>
      </button>
      {open && <Opened event={event} />}
    </li>
  );
}

function Opened({ event }: { event: Arrived }) {
  return (
    <div className="flex flex-col gap-3 bg-sunken px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-faint">
        {event.eventId && (
          <span>
            id <CopyText text={event.eventId} label="event id" />
          </span>
        )}
        {event.type && <CopyText text={event.type} label="type" />}
        <span>
          {event.topic}, partition {event.partition}, offset {event.offset}
        </span>
        {event.subject && <span>subject {event.subject}</span>}
      </div>
      {event.data !== undefined && event.data !== null ? (
        <JsonTree label="Data" value={event.data} />
      ) : (
        <p className="text-ink-faint">
          {event.isHidden
            ? 'Your role does not show personal data.'
            : event.isReadable
              ? 'It has no data that could be shown here.'
              : 'It is not a CloudEvent, so it is among the dead letters.'}
        </p>
      )}
      {event.type && event.data !== undefined && event.data !== null && (
        <Button asChild className="self-start">
          <Link to={`/event-types/${encodeURIComponent(event.type)}`} state={{ testData: event.data }}>
            <FlaskConical aria-hidden />
            Use as test event
          </Link>
        </Button>
      )}
    </div>
  );
}
