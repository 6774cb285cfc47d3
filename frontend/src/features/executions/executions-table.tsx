import { useState } from 'react';
import { BulkBar } from '@/features/executions/bulk-bar';
import { ExecutionStatusBadges } from '@/features/executions/execution-status-badges';
import type { ExecutionFilters } from '@/features/executions/model/filters';
import { keyInWords, startInWords } from '@/features/executions/model/words';
import { hasEnded } from '@/components/graph/model/states';
import { Elapsed, Moment } from '@/components/status/moment';
import { Checkbox } from '@/components/ui/controls';
import { LongTable } from '@/components/ui/long-table';
import { Cell, ChoiceCell, choiceLook, NameCell, RowLink } from '@/components/ui/table';
import type { ExecutionSummary } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { exactTime } from '@/lib/format/time';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

const ROW_PX = 57;

const HEAD = [
  { label: 'Workflow', className: 'w-[58%] md:w-[40%]' },
  { label: 'Status' },
  { label: 'Trigger', className: 'hidden md:table-cell' },
  { label: 'Started' },
  { label: 'Took', className: 'text-right' },
];

interface ExecutionsTableProps {
  executions: ExecutionSummary[];
  /** Those that have changed so that they match no more. */
  left: ReadonlySet<string>;
  filters: ExecutionFilters;
}

/** The executions, each with a box to choose it for whoever may change something. */
export function ExecutionsTable({ executions, left, filters }: ExecutionsTableProps) {
  const operates = may(useUser(), 'operate');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const rows = executions.filter(({ id }) => chosen.has(id));
  const allChosen = rows.length > 0 && (rows.length === executions.length || 'indeterminate');
  const all = (
    <label className="flex items-center gap-3">
      <Checkbox
        aria-label="Choose all that are loaded"
        checked={allChosen}
        onCheckedChange={(on) => setChosen(new Set(on === true ? executions.map(({ id }) => id) : []))}
      />
      <span className="sm:hidden">Choose all that are loaded</span>
    </label>
  );
  return (
    <>
      {rows.length > 0 && <BulkBar chosen={rows} filters={filters} onDone={() => setChosen(new Set())} />}
      <LongTable
        caption="Executions"
        stacks
        head={operates ? [{ label: 'Choose', className: choiceLook, content: all }, ...HEAD] : HEAD}
        items={executions}
        keyOf={({ id }) => id}
        height={ROW_PX}
      >
        {(execution) => (
          <>
            {operates && (
              <ChoiceCell>
                <Checkbox
                  aria-label={`Choose ${execution.workflowName} of ${exactTime(execution.startedAt)}`}
                  checked={chosen.has(execution.id)}
                  onCheckedChange={(on) => choose(execution.id, on === true)}
                />
              </ChoiceCell>
            )}
            <ExecutionCells execution={execution} hasLeft={left.has(execution.id)} />
          </>
        )}
      </LongTable>
    </>
  );
}

function ExecutionCells({ execution, hasLeft }: { execution: ExecutionSummary; hasLeft: boolean }) {
  return (
    <>
      <NameCell>
        <RowLink to={`/executions/${execution.id}`}>{execution.workflowName}</RowLink>
        <span className="ml-2 text-sm text-ink-faint">v{execution.workflowVersion}</span>
        {execution.businessKeys && <BusinessKeys keys={execution.businessKeys} />}
        {execution.error && <p className="truncate text-sm text-failed">{execution.error.message}</p>}
      </NameCell>
      <Cell>
        {hasLeft ? (
          <span className="text-sm text-ink-faint italic">No longer matches</span>
        ) : (
          <ExecutionStatusBadges status={execution.status} paused={execution.paused} />
        )}
      </Cell>
      <Cell className="hidden text-ink-soft md:table-cell">{startInWords(execution)}</Cell>
      <Cell className="whitespace-nowrap text-ink-soft">
        <Moment at={execution.startedAt} />
      </Cell>
      <Cell
        className={cx(
          'text-right whitespace-nowrap text-ink-soft tabular-nums',
          // Where it stands beside when it began, it says nothing more.
          (hasLeft || !hasEnded(execution.status)) && 'hidden sm:table-cell',
        )}
      >
        <span className="sm:hidden">took </span>
        {!hasLeft && <Elapsed {...execution} />}
      </Cell>
    </>
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
