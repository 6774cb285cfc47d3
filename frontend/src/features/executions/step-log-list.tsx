import { useState, type ReactNode } from 'react';
import { ListTree, X } from 'lucide-react';
import { StepLogRow } from '@/features/executions/step-log-row';
import type { Graph } from '@/components/graph/model/graph';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LongList } from '@/components/ui/long-list';
import type { StepLog } from '@/lib/api-types';
import { plural } from '@/lib/format/words';

interface StepLogListProps {
  rows: StepLog[];
  /** Whether more are about to come. */
  hasMore: boolean;
  graph: Graph | null;
  selected: string | null;
  onSelect: (nodeId: string | null) => void;
  detailsOf: (log: StepLog) => ReactNode;
}

const keyOf = (row: StepLog) => `${row.stepRunId}#${row.attempt}`;

const ROW_PX = 61;
/** So many failures are open from the start. */
const OPEN_FAILURES = 10;

/** Every attempt in the order of its start; a step chosen on the canvas narrows the list to it. */
export function StepLogList({ rows, hasMore, graph, selected, onSelect, detailsOf }: StepLogListProps) {
  const nodes = new Map(graph?.nodes.map((node) => [node.id, node]));
  const [withSkipped, setWithSkipped] = useState(false);
  // Kept here, since a row that is scrolled out of sight is forgotten.
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const begun = rows.filter((row) => row.status !== 'SKIPPED');
  const opensFailures = begun.filter((row) => row.status === 'FAILED').length <= OPEN_FAILURES;
  const skipped = rows.length - begun.length;
  const all = withSkipped ? rows : begun;
  const shown = selected === null ? all : rows.filter((row) => row.nodeId === selected);
  return (
    <section aria-labelledby="step-log">
      <header className="flex h-11 items-center gap-3 border-b px-4">
        <h2 id="step-log" className="font-semibold">
          Step log
        </h2>
        <span className="text-sm text-ink-faint">
          {plural(begun.length, 'entry', 'entries')}
          {hasMore && ' so far'}
        </span>
        {selected === null && skipped > 0 && (
          <Button
            variant="quiet"
            size="sm"
            className="-mr-2 ml-auto"
            aria-pressed={withSkipped}
            onClick={() => setWithSkipped(!withSkipped)}
          >
            {withSkipped ? 'Hide' : 'Show'} {skipped} skipped
          </Button>
        )}
        {selected !== null && (
          <button
            type="button"
            onClick={() => onSelect(null)}
            className="ml-auto inline-flex h-6 min-w-0 items-center gap-1 rounded-full bg-accent-soft px-2.5 text-sm font-medium text-accent-ink"
          >
            <span className="truncate">Only “{nodes.get(selected)?.name ?? selected}”</span>
            <X className="size-3.5 shrink-0" role="img" aria-label="Show all steps" />
          </button>
        )}
      </header>
      {shown.length === 0 ? (
        <EmptyState
          icon={ListTree}
          title={selected === null ? 'No step has begun' : 'This step did not begin'}
        >
          {selected === null
            ? 'Each step appears here as soon as it begins.'
            : 'The execution has not come to it, or went another way.'}
        </EmptyState>
      ) : (
        <LongList label="Attempts" items={shown} keyOf={keyOf} height={ROW_PX}>
          {(row) => {
            const open = opened.get(keyOf(row)) ?? (opensFailures && row.status === 'FAILED');
            return (
              <StepLogRow
                log={row}
                node={nodes.get(row.nodeId) ?? null}
                open={open}
                onOpen={(next) => setOpened(new Map(opened).set(keyOf(row), next))}
                detailsOf={detailsOf}
              />
            );
          }}
        </LongList>
      )}
    </section>
  );
}
