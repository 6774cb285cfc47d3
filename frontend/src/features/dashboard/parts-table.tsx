import { Link } from 'react-router';
import { behind, partInWords } from '@/features/dashboard/model/figures';
import { Cell, Row, Table } from '@/components/ui/table';
import type { Dashboard, DashboardPart } from '@/lib/insight-types';

interface PartsTableProps {
  caption: string;
  dashboard: Dashboard;
  workflowId: string;
  columns: { label: string; value: (part: DashboardPart) => string }[];
}

/** What a chart shows, in numbers. */
export function PartsTable({ caption, dashboard, workflowId, columns }: PartsTableProps) {
  const { parts, zone, bucket } = dashboard;
  return (
    <Table
      caption={caption}
      head={[
        { label: bucket === 'DAY' ? 'Day' : 'Hour' },
        ...columns.map(({ label }) => ({ label, className: 'text-right' })),
      ]}
    >
      {parts.map((part) => (
        <Row key={part.at}>
          <Cell className="whitespace-nowrap">
            <Link to={behind(part, workflowId, '')} className="rounded-sm hover:underline">
              {partInWords(part.at, zone, bucket, true)}
            </Link>
          </Cell>
          {columns.map(({ label, value }) => (
            <Cell key={label} className="text-right tabular-nums">
              {value(part)}
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  );
}
