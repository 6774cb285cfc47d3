import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { DeadLetterEdit } from '@/features/events/dead-letter-edit';
import { LetterState, nameOf } from '@/features/events/dead-letters-table';
import { LazyJsonCode } from '@/components/code/lazy-json-code';
import { Moment } from '@/components/status/moment';
import { Tag } from '@/components/ui/badge';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { pretty } from '@/features/events/model/letters';
import { eventsQueries } from '@/lib/events-queries';
import type { DeadLetterDetail } from '@/lib/events-types';

const PARENT = { to: '/dead-letters', label: 'Dead letters' };

export function Component() {
  const { id = '' } = useParams();
  const letter = useQuery(eventsQueries.deadLetter(id));
  if (letter.data) return <LetterView key={id} detail={letter.data} />;
  return (
    <Page title="Dead letter" parent={PARENT}>
      {letter.isError ? (
        <Card>
          <Failure error={letter.error} onRetry={() => void letter.refetch()} />
        </Card>
      ) : (
        <Loading label="Loading the dead letter">
          <Skeleton className="h-96 w-full rounded-lg" />
        </Loading>
      )}
    </Page>
  );
}

function LetterView({ detail }: { detail: DeadLetterDetail }) {
  const { summary } = detail;
  return (
    <Page title={nameOf(summary)} parent={PARENT} about={<Facts detail={detail} />}>
      <div className="rounded-lg border border-transparent bg-failed-soft px-5 py-4 text-failed">
        <h2 className="font-semibold">Why it is here</h2>
        <p className="mt-1 wrap-anywhere">{summary.reason}</p>
      </div>
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <Card className="p-5">
          {summary.state === 'OPEN' ? (
            <DeadLetterEdit detail={detail} />
          ) : (
            <>
              <h2 className="mb-3 font-semibold">The record as it came</h2>
              <LazyJsonCode label="The record as it came" start={pretty(detail)} readOnly />
            </>
          )}
        </Card>
        <Headers detail={detail} />
      </div>
    </Page>
  );
}

function Facts({ detail: { summary, key } }: { detail: DeadLetterDetail }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
      <LetterState letter={summary} />
      <Tag>{summary.topic}</Tag>
      <span>
        partition {summary.partition ?? '–'}, offset {summary.offset ?? '–'}, {summary.bytes} bytes
      </span>
      {key && <span className="font-mono">key {key}</span>}
      <Moment at={summary.at} />
      {summary.settledBy && summary.settledAt && (
        <span>
          settled by {summary.settledBy} <Moment at={summary.settledAt} />
        </span>
      )}
    </div>
  );
}

function Headers({ detail: { headers } }: { detail: DeadLetterDetail }) {
  return (
    <Card className="p-5">
      <h2 className="mb-3 font-semibold">Headers</h2>
      {headers.length === 0 ? (
        <p className="text-ink-faint">The record came without headers, so it is no event in binary mode.</p>
      ) : (
        <dl className="flex flex-col gap-2">
          {headers.map(({ name, value }, index) => (
            <div key={`${name}-${index}`}>
              <dt className="text-sm text-ink-faint">{name}</dt>
              <dd className="font-mono text-sm wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
