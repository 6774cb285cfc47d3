import { Tag } from '@/components/ui/badge';
import { Cell, NameCell, Row, RowLink, Table } from '@/components/ui/table';
import type { EventType } from '@/lib/api-types';
import { inWords } from '@/lib/format/words';

const HEAD = [
  { label: 'Event', className: 'w-[60%] md:w-[36%]' },
  { label: 'Category' },
  { label: 'What it says', className: 'hidden md:table-cell' },
];

export function EventTypesTable({ types }: { types: EventType[] }) {
  return (
    <Table caption="Event types" head={HEAD} stacks>
      {types.map(({ type, title, category, description, own }) => (
        <Row key={type}>
          <NameCell>
            <RowLink to={`/event-types/${encodeURIComponent(type)}`}>{title}</RowLink>
            <p className="truncate font-mono text-xs text-ink-faint">{type}</p>
          </NameCell>
          <Cell>
            <span className="flex flex-wrap gap-1.5">
              <Tag>{inWords(category)}</Tag>
              {own && <Tag>Your own</Tag>}
            </span>
          </Cell>
          <Cell className="hidden text-ink-soft md:table-cell">{description}</Cell>
        </Row>
      ))}
    </Table>
  );
}
