import { count, dollars } from '@/features/ai/model/words';
import { Card } from '@/components/ui/page';
import { Cell, Row, Table } from '@/components/ui/table';
import type { UsageSum } from '@/lib/ai-types';

interface UsageTableProps {
  title: string;
  sums: UsageSum[];
  nameOf?: (key: string) => string;
  /** What a sum without a key is called. */
  none?: string;
}

const HEAD = [
  { label: 'Name', className: 'w-[45%]' },
  { label: 'Calls' },
  { label: 'Tokens' },
  { label: 'Cost' },
];

export function UsageTable({ title, sums, nameOf = (key) => key, none = 'None' }: UsageTableProps) {
  return (
    <Card>
      <h2 className="border-b px-4 py-3 font-semibold">{title}</h2>
      {sums.length === 0 ? (
        <p className="px-4 py-8 text-center text-ink-faint">No calls in this time.</p>
      ) : (
        <Table caption={title} head={HEAD}>
          {sums.map((sum) => (
            <Row key={sum.key ?? ''}>
              <Cell className="max-w-0 truncate">{sum.key === undefined ? none : nameOf(sum.key)}</Cell>
              <Cell className="tabular-nums">{count(sum.calls)}</Cell>
              <Cell className="tabular-nums">{count(sum.promptTokens + sum.completionTokens)}</Cell>
              <Cell className="tabular-nums">{dollars(sum.cost)}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </Card>
  );
}
