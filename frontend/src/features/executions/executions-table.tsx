import { Link } from 'react-router';
import { ExecutionStatusBadges } from '@/features/executions/execution-status-badges';
import { keyInWords, startInWords } from '@/features/executions/model/words';
import { Elapsed, Moment } from '@/components/status/moment';
import { Cell, Row, rowLinkLook, Table } from '@/components/ui/table';
import type { ExecutionSummary } from '@/lib/api-types';

const HEAD = [
  { label: 'Workflow', className: 'w-[58%] md:w-[40%]' },
  { label: 'Status' },
  { label: 'Trigger', className: 'hidden md:table-cell' },
  { label: 'Started', className: 'hidden sm:table-cell' },
  { label: 'Took', className: 'text-right' },
];

export function ExecutionsTable({ executions }: { executions: ExecutionSummary[] }) {
  return (
    <Table caption="Executions" head={HEAD}>
      {executions.map((execution) => (
        <Row key={execution.id}>
          <Cell className="max-w-0">
            <Link to={`/executions/${execution.id}`} className={rowLinkLook}>
              {execution.workflowName}
            </Link>
            <span className="ml-2 text-sm text-ink-faint">v{execution.workflowVersion}</span>
            {execution.businessKeys && <BusinessKeys keys={execution.businessKeys} />}
            {execution.error && <p className="truncate text-sm text-failed">{execution.error.message}</p>}
          </Cell>
          <Cell>
            <ExecutionStatusBadges status={execution.status} paused={execution.paused} />
          </Cell>
          <Cell className="hidden text-ink-soft md:table-cell">{startInWords(execution)}</Cell>
          <Cell className="hidden whitespace-nowrap text-ink-soft sm:table-cell">
            <Moment at={execution.startedAt} />
          </Cell>
          <Cell className="text-right whitespace-nowrap text-ink-soft tabular-nums">
            <Elapsed {...execution} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function BusinessKeys({ keys }: { keys: Record<string, string> }) {
  return (
    <p className="truncate text-sm text-ink-faint">
      {Object.entries(keys)
        .map(([name, value]) => `${keyInWords(name)} ${value}`)
        .join(' · ')}
    </p>
  );
}
