import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { MessageBody } from '@/features/messages/message-body';
import { MessageState } from '@/components/status/message-state';
import { Moment } from '@/components/status/moment';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import type { Message } from '@/lib/api-types';
import { consentsHref } from '@/lib/api/consents';
import { CHANNELS, PURPOSES, STATES } from '@/lib/format/messages';
import { exactTime } from '@/lib/format/time';
import { inWords, plural } from '@/lib/format/words';
import { queries } from '@/lib/queries';

const linkLook = 'rounded-sm text-accent-ink underline-offset-2 hover:underline';
const PARENT = { to: '/outbox', label: 'Outbox' };

export function Component() {
  const { id = '' } = useParams();
  const message = useQuery(queries.message(id));

  if (message.isPending) {
    return (
      <Page title="Message" parent={PARENT}>
        <Loading label="Loading the message">
          <Skeleton className="h-80 w-full rounded-lg" />
        </Loading>
      </Page>
    );
  }
  if (message.isError) {
    return (
      <Page title="Message" parent={PARENT}>
        <Card>
          <Failure error={message.error} onRetry={() => void message.refetch()} />
        </Card>
      </Page>
    );
  }
  return (
    <Page title={message.data.subject ?? `Text to ${message.data.to}`} parent={PARENT}>
      <Facts message={message.data} />
      <p className="text-ink-soft">
        {STATES[message.data.state].means} {message.data.reason}
      </p>
      <MessageBody message={message.data} />
    </Page>
  );
}

function Facts({ message }: { message: Message }) {
  return (
    <dl className="-mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
      <Fact label="State">
        <MessageState state={message.state} />
      </Fact>
      <Fact label="To">
        {message.to}{' '}
        <Link
          to={consentsHref({ personId: message.personId ?? undefined, address: message.to })}
          className="rounded-sm text-accent-ink underline underline-offset-2"
        >
          Consents
        </Link>
      </Fact>
      {message.copies && <Fact label="Copy to">{message.copies}</Fact>}
      <Fact label="Kind">
        {CHANNELS[message.channel]} · {PURPOSES[message.purpose]}
      </Fact>
      {message.segments && <Fact label="Counts as">{plural(message.segments, 'text')}</Fact>}
      {message.state === 'DEFERRED' && message.deferredUntil && (
        <Fact label="Waits until">{exactTime(message.deferredUntil)}</Fact>
      )}
      <Fact label={message.sentAt ? 'Sent' : 'Written'}>
        <Moment at={message.sentAt ?? message.createdAt} />
      </Fact>
      <Fact label="Execution">
        <Link
          to={`/executions/${message.executionId}?step=${encodeURIComponent(message.nodeId)}`}
          className={linkLook}
        >
          Step “{inWords(message.nodeId)}”
        </Link>
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-center gap-2">
      <dt className="text-sm whitespace-nowrap text-ink-faint">{label}</dt>
      <dd className="min-w-0 truncate text-ink tabular-nums">{children}</dd>
    </div>
  );
}
