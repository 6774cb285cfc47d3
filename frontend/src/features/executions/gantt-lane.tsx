import { STATUS } from '@/components/status/status-badge';
import type { Bar, Lane, Stretch } from '@/features/executions/model/gantt';
import { cx } from '@/lib/cx';
import { duration } from '@/lib/format/time';

interface GanttLaneProps {
  lane: Lane;
  from: number;
  to: number;
  onSelect: (nodeId: string) => void;
}

const WORDS: Record<Stretch, string> = {
  queued: 'waited for its turn',
  worked: 'worked',
  waited: 'waited',
};

const WORKED: Record<string, string> = {
  COMPLETED: 'bg-completed',
  FAILED: 'bg-failed',
  RETRYING: 'bg-failed',
  CANCELLED: 'bg-cancelled',
  COMPENSATING: 'bg-compensating',
};

function lookOf({ stretch, attempt }: Bar): string {
  if (stretch === 'queued') return 'bg-line-strong';
  if (stretch === 'waited') return 'gantt-waited bg-waiting';
  return WORKED[attempt?.status ?? ''] ?? 'bg-running';
}

/** One step run: its name, its bars and how long it took, read out as a sentence. */
export function GanttLane({ lane, from, to, onSelect }: GanttLaneProps) {
  const whole = to - from;
  const begin = lane.bars[0]?.from ?? from;
  const end = lane.bars.at(-1)?.to ?? begin;
  const told = lane.bars
    .map((bar) => `${WORDS[bar.stretch]}${attemptOf(bar)} ${duration(bar.to - bar.from)}`)
    .join(', ');
  return (
    <button
      type="button"
      onClick={() => onSelect(lane.nodeId)}
      title={told}
      aria-label={`${lane.name} ${lane.iteration}: ${STATUS[lane.status].word}, ${told}`}
      className="flex w-full flex-wrap items-center gap-y-1 px-4 py-2 text-left transition-colors hover:bg-hover/60 focus-visible:-outline-offset-2 sm:h-8 sm:flex-nowrap sm:p-0"
    >
      <span className="min-w-0 flex-1 truncate pr-3 sm:w-52 sm:flex-none sm:pl-4">
        {lane.name}
        {lane.iteration && <span className="ml-1 text-ink-faint">{lane.iteration}</span>}
      </span>
      <span className="relative h-3 max-sm:order-last max-sm:basis-full sm:flex-1">
        {lane.bars.map((bar, index) => (
          <span
            key={index}
            className={cx('absolute inset-y-0 rounded-sm', lookOf(bar))}
            style={{
              left: `min(${((bar.from - from) / whole) * 100}%, calc(100% - 3px))`,
              width: `max(3px, ${((bar.to - bar.from) / whole) * 100}%)`,
            }}
          />
        ))}
      </span>
      <span className="shrink-0 text-right text-sm whitespace-nowrap text-ink-soft tabular-nums sm:w-20 sm:pr-4">
        {duration(end - begin)}
      </span>
    </button>
  );
}

function attemptOf({ attempt }: Bar): string {
  return attempt && attempt.attempt > 1 ? ` in attempt ${attempt.attempt}` : '';
}
