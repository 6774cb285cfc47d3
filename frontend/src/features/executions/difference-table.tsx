import { differences } from '@/features/executions/model/diff';
import { Cell, Row, Table } from '@/components/ui/table';
import type { StepLog } from '@/lib/api-types';
import type { JsonValue } from '@/lib/json';

const HEAD = [{ label: 'Where', className: 'w-1/4' }, { label: 'The other' }, { label: 'This' }];

interface DifferenceTableProps {
  log: StepLog;
  /** Undefined if the step did not begin there. */
  other: StepLog | undefined;
}

/** Each place of input, output and error at which two attempts differ. */
export function DifferenceTable({ log, other }: DifferenceTableProps) {
  if (!other) return <p className="text-ink-soft">The step did not begin in that execution.</p>;
  const found = differences(partsOf(other), partsOf(log));
  if (found === null)
    return <p className="text-ink-soft">They differ in more places than can be shown. Compare their JSON.</p>;
  if (found.length === 0) return <p className="text-ink-soft">Their input, output and error are the same.</p>;
  return (
    <div className="rounded-md border">
      <Table caption="Differences" head={HEAD}>
        {found.map(({ pointer, before, after }) => (
          <Row key={pointer} className="align-top">
            <Cell className="font-mono text-xs wrap-anywhere text-ink-soft">{pointer.slice(1)}</Cell>
            <Cell className="font-mono text-xs wrap-anywhere text-failed">{shown(before)}</Cell>
            <Cell className="font-mono text-xs wrap-anywhere text-completed">{shown(after)}</Cell>
          </Row>
        ))}
      </Table>
    </div>
  );
}

function partsOf({ status, input, output, error }: StepLog): JsonValue {
  return { status, input, output, error: error ? { code: error.code, message: error.message } : null };
}

const shown = (value: JsonValue) => (value === undefined ? '—' : JSON.stringify(value));
