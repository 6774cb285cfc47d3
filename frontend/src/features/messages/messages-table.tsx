import { MessageState } from '@/components/status/message-state';
import { Moment } from '@/components/status/moment';
import { Cell, NameCell, Row, RowLink, Table } from '@/components/ui/table';
import type { MessageSummary } from '@/lib/api-types';
import { CHANNELS, PURPOSES } from '@/lib/format/messages';

const HEAD = [
  { label: 'Message', className: 'w-[60%] md:w-[45%]' },
  { label: 'State' },
  { label: 'Kind', className: 'hidden md:table-cell' },
  { label: 'To', className: 'hidden lg:table-cell' },
  { label: 'When' },
];

export function MessagesTable({ messages }: { messages: MessageSummary[] }) {
  return (
    <Table caption="Messages" head={HEAD} stacks>
      {messages.map((message) => (
        <Row key={message.id}>
          <NameCell>
            <RowLink to={`/outbox/${message.id}`}>{message.subject ?? message.preview}</RowLink>
            {message.subject && <p className="truncate text-sm text-ink-faint">{message.preview}</p>}
          </NameCell>
          <Cell>
            <MessageState state={message.state} />
          </Cell>
          <Cell className="hidden whitespace-nowrap text-ink-soft md:table-cell">
            {CHANNELS[message.channel]} · {PURPOSES[message.purpose]}
          </Cell>
          <Cell className="hidden text-ink-soft lg:table-cell">{message.to}</Cell>
          <Cell className="whitespace-nowrap text-ink-soft">
            <Moment at={message.sentAt ?? message.createdAt} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
