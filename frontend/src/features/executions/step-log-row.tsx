import type { ReactNode } from 'react';
import { ChevronRight, TriangleAlert } from 'lucide-react';
import { degradedBecause } from '@/features/executions/model/gantt';
import { isKept } from '@/features/executions/model/rerun';
import { categoryOf, type GraphNode } from '@/components/graph/model/graph';
import { StepIcon } from '@/components/graph/step-icon';
import { Elapsed } from '@/components/status/moment';
import { StatusBadge } from '@/components/status/status-badge';
import { Badge } from '@/components/ui/badge';
import type { StepLog } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { clockTime } from '@/lib/format/time';

interface StepLogRowProps {
  log: StepLog;
  node: GraphNode | null;
  open: boolean;
  onOpen: (open: boolean) => void;
  detailsOf: (log: StepLog) => ReactNode;
}

function lineOf(log: StepLog): string {
  if (isKept(log)) return 'From the earlier execution';
  if (log.status === 'SKIPPED') return 'The execution went another way';
  const attempt = log.attempt > 1 ? `attempt ${log.attempt}` : null;
  return [log.startedAt ? clockTime(log.startedAt) : 'Not begun', attempt, log.error?.message]
    .filter(Boolean)
    .join(' · ');
}

export function StepLogRow({ log, node, open, onOpen, detailsOf }: StepLogRowProps) {
  const name = log.nodeName ?? node?.name ?? log.nodeId;
  const iteration = /\[.*\]$/.exec(log.stepRunId)?.[0] ?? '';
  return (
    <div className="animate-appear">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => onOpen(!open)}
        className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-left transition-colors hover:bg-hover/60 focus-visible:-outline-offset-2 sm:flex-nowrap"
      >
        <ChevronRight
          className={cx('size-4 shrink-0 text-ink-faint transition-transform', open && 'rotate-90')}
          aria-hidden
        />
        <StepIcon
          category={node?.category ?? categoryOf(log.stepType)}
          icon={node?.icon ?? null}
          className="hidden size-8 sm:grid"
        />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">
            {name}
            {iteration && <span className="ml-1 text-ink-faint">{iteration}</span>}
          </span>
          <span className="block truncate text-sm text-ink-faint">{lineOf(log)}</span>
        </span>
        {degradedBecause(log) !== null && (
          // Where there is little room it stands below, so that the step's name can be read.
          <span className="max-sm:order-last max-sm:basis-full max-sm:pl-7">
            <Badge tone="compensating">
              <TriangleAlert aria-hidden />
              Degraded
            </Badge>
          </span>
        )}
        <StatusBadge status={log.status} />
        <span className="min-w-16 shrink-0 text-right text-sm whitespace-nowrap text-ink-soft tabular-nums">
          {log.startedAt && log.status !== 'SKIPPED' ? <Elapsed {...log} startedAt={log.startedAt} /> : ''}
        </span>
      </button>
      {open && detailsOf(log)}
    </div>
  );
}
