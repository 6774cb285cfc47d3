import { useQuery } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { Link } from 'react-router';
import { MessageState } from '@/components/status/message-state';
import { Moment } from '@/components/status/moment';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { Card } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import type { MessageSummary } from '@/lib/api-types';
import { consentQueries, type Who } from '@/lib/api/consents';
import { PURPOSES } from '@/lib/format/messages';
import { exactTime } from '@/lib/format/time';
import { plural } from '@/lib/format/words';

const SOON_MS = 3000;
const POLL_MS = 15_000;

const waits = ({ state }: MessageSummary) => state === 'DEFERRED';

/** What waits for them and what they were sent: here one sees that a no is obeyed. */
export function MessagesTo({ who }: { who: Who }) {
  const messages = useQuery({
    ...consentQueries.messages(who),
    refetchInterval: ({ state }) => (state.data?.some(waits) ? SOON_MS : POLL_MS),
  });
  const waiting = messages.data?.filter(waits).length ?? 0;
  return (
    <Card>
      <header className="flex items-baseline gap-2 border-b px-4 py-2.5">
        <h2 className="font-semibold">Messages to them</h2>
        {messages.data && messages.data.length > 0 && (
          <p role="status" className="text-sm text-ink-faint">
            {waiting === 0 ? 'None waits' : plural(waiting, 'message waits', 'messages wait')}
          </p>
        )}
      </header>
      {messages.isPending ? (
        <RowSkeletons rows={3} />
      ) : messages.isError && !messages.data ? (
        <Failure error={messages.error} onRetry={() => void messages.refetch()} />
      ) : messages.data.length === 0 ? (
        <EmptyState icon={Send} title="No messages to them">
          What a workflow sends them, or will send in the morning, is here.
        </EmptyState>
      ) : (
        <ul aria-label="Messages to them">
          {messages.data.map((message) => (
            <MessageRow key={message.id} message={message} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function MessageRow({ message }: { message: MessageSummary }) {
  return (
    <li className="flex flex-col gap-1 border-b px-4 py-3 last:border-b-0">
      <p className="flex items-center gap-2">
        <Link
          to={`/outbox/${message.id}`}
          className="min-w-0 flex-1 truncate rounded-sm font-medium hover:underline"
        >
          {message.subject ?? message.preview}
        </Link>
        <MessageState state={message.state} />
      </p>
      <p className="text-sm wrap-anywhere text-ink-faint">
        {PURPOSES[message.purpose]} · to {message.to} · <Moment at={message.sentAt ?? message.createdAt} />
        {waits(message) && message.deferredUntil && ` · waits until ${exactTime(message.deferredUntil)}`}
      </p>
      {message.state === 'REFUSED' && <p className="text-sm text-ink-soft">{message.reason}</p>}
    </li>
  );
}
