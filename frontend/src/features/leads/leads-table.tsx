import { channelInWords, titleOf } from '@/features/leads/model/words';
import { QualityBadge } from '@/features/leads/quality-badge';
import { Moment } from '@/components/status/moment';
import { Cell, NameCell, Row, RowLink, Table } from '@/components/ui/table';
import type { LeadSummary } from '@/lib/api-types';
import { inWords } from '@/lib/format/words';

const HEAD = [
  { label: 'Who asks', className: 'w-[58%] md:w-[40%]' },
  { label: 'Quality' },
  { label: 'About', className: 'hidden md:table-cell' },
  { label: 'Came by', className: 'hidden md:table-cell' },
  { label: 'Received' },
];

export function LeadsTable({ leads }: { leads: LeadSummary[] }) {
  return (
    <Table caption="Leads received" head={HEAD} stacks>
      {leads.map((lead) => (
        <Row key={lead.id}>
          <NameCell>
            <RowLink to={`/leads/${lead.id}`}>{titleOf(lead)}</RowLink>
            {lead.repeats > 0 && (
              <span className="ml-2 text-sm text-ink-faint">came {lead.repeats + 1} times</span>
            )}
            <p className="truncate text-sm text-ink-faint">{lead.because ?? lead.vehicle}</p>
          </NameCell>
          <Cell>
            <QualityBadge quality={lead.quality} />
          </Cell>
          <Cell className="hidden text-ink-soft md:table-cell">
            {lead.leadType ? inWords(lead.leadType) : '–'}
          </Cell>
          <Cell className="hidden text-ink-soft md:table-cell">{channelInWords(lead.channel)}</Cell>
          <Cell className="whitespace-nowrap text-ink-soft">
            <Moment at={lead.receivedAt} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
