import { useInfiniteQuery } from '@tanstack/react-query';
import { Ban, CircleCheck, CircleHelp, MessageSquareQuote, type LucideIcon } from 'lucide-react';
import { aboutWhom, CHANNELS, PURPOSES_OR_ALL, sourceInWords, STATES } from '@/features/consents/model/words';
import { Badge, type Tone } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { LoadMore } from '@/components/ui/load-more';
import { Card } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { consentQueries, type ConsentEntry, type ConsentState, type Who } from '@/lib/api/consents';
import { exactTime } from '@/lib/format/time';

const LOOK: Record<ConsentState, { tone: Tone; icon: LucideIcon }> = {
  GRANTED: { tone: 'completed', icon: CircleCheck },
  REVOKED: { tone: 'failed', icon: Ban },
  UNKNOWN: { tone: 'cancelled', icon: CircleHelp },
};

/** All that was ever said, the newest first. */
export function ConsentHistory({ who }: { who: Who }) {
  const history = useInfiniteQuery(consentQueries.history(who));
  const entries = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card>
      <h2 className="border-b px-4 py-2.5 font-semibold">What was said</h2>
      {history.isPending ? (
        <RowSkeletons rows={3} />
      ) : history.isError && entries.length === 0 ? (
        <Failure error={history.error} onRetry={() => void history.refetch()} />
      ) : entries.length === 0 ? (
        <EmptyState icon={MessageSquareQuote} title="Nothing was said yet">
          What they say in a form, in a reply such as “stop”, or to a colleague is kept here, word for word.
        </EmptyState>
      ) : (
        <ul aria-label="What was said">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      <LoadMore query={history} />
    </Card>
  );
}

const LATE_MS = 60_000;

function Entry({ entry }: { entry: ConsentEntry }) {
  const { tone, icon: Icon } = LOOK[entry.state];
  const isLate = Date.parse(entry.recordedAt) - Date.parse(entry.at) > LATE_MS;
  return (
    <li className="flex flex-col items-start gap-1 border-b px-4 py-3 last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={tone}>
          <Icon aria-hidden />
          {STATES[entry.state]}
        </Badge>
        <span>
          {CHANNELS[entry.channel]} · {PURPOSES_OR_ALL[entry.purpose]}
        </span>
        <span className="wrap-anywhere text-ink-faint">for {aboutWhom(entry)}</span>
      </p>
      {entry.evidence && <q className="wrap-anywhere whitespace-pre-wrap">{entry.evidence}</q>}
      <p className="text-sm wrap-anywhere text-ink-faint">
        <time dateTime={entry.at}>{exactTime(entry.at)}</time> · {sourceInWords(entry)}
        {isLate && (
          <>
            {' '}
            on <time dateTime={entry.recordedAt}>{exactTime(entry.recordedAt)}</time>
          </>
        )}
      </p>
    </li>
  );
}
