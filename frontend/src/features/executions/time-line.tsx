import { useMemo } from 'react';
import { GanttChartSquare } from 'lucide-react';
import { GanttLane } from '@/features/executions/gantt-lane';
import { ganttOf, type Lane } from '@/features/executions/model/gantt';
import type { Graph } from '@/components/graph/model/graph';
import { EmptyState } from '@/components/ui/empty-state';
import { LongList } from '@/components/ui/long-list';
import { Card } from '@/components/ui/page';
import type { StepLog } from '@/lib/api-types';
import { duration } from '@/lib/format/time';
import { madeAt } from '@/lib/time-of-id';
import { useNow } from '@/lib/use-now';

interface TimeLineProps {
  id: string;
  rows: StepLog[];
  graph: Graph | null;
  going: boolean;
  onSelect: (nodeId: string) => void;
}

const LANE_PX = 33;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

const keyOf = (lane: Lane) => lane.stepRunId;

/** When each step waited for its turn, worked and waited, from when the execution was asked for. */
export function TimeLine({ id, rows, graph, going, onSelect }: TimeLineProps) {
  const now = useNow(going ? 1000 : null);
  const gantt = useMemo(() => {
    const starts = rows.flatMap((row) =>
      row.startedAt && row.attempt > 0 ? [Date.parse(row.startedAt)] : [],
    );
    const first = starts.reduce((least, start) => Math.min(least, start), Infinity);
    return ganttOf(rows, graph, Math.min(madeAt(id) ?? first, first), now);
  }, [id, rows, graph, now]);

  if (gantt.lanes.length === 0)
    return (
      <Card>
        <EmptyState icon={GanttChartSquare} title="No step has begun">
          Each step gets its line as soon as it begins.
        </EmptyState>
      </Card>
    );
  const whole = gantt.to - gantt.from;
  return (
    <Card>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-2 text-sm text-ink-soft">
        <Legend look="bg-line-strong" word="Waited for its turn" />
        <Legend look="bg-running" word="Worked" />
        <Legend look="gantt-waited bg-waiting" word="Waited for a time, an event, people or a retry" />
      </header>
      <div className="flex h-7 border-b bg-sunken text-xs text-ink-faint tabular-nums">
        <span className="hidden w-52 shrink-0 sm:block" />
        <div className="relative mx-4 flex-1 sm:mr-20 sm:ml-0">
          {TICKS.map((share) => (
            <span
              key={share}
              className="absolute top-1.5 -translate-x-1/2 whitespace-nowrap first:translate-x-0 last:-translate-x-full max-sm:not-first:not-last:hidden"
              style={{ left: `${share * 100}%` }}
            >
              {share === 0 ? 'Asked for' : duration(whole * share)}
            </span>
          ))}
        </div>
      </div>
      <LongList label="Time line" items={gantt.lanes} keyOf={keyOf} height={LANE_PX}>
        {(lane) => <GanttLane lane={lane} from={gantt.from} to={gantt.to} onSelect={onSelect} />}
      </LongList>
    </Card>
  );
}

function Legend({ look, word }: { look: string; word: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={`h-2.5 w-4 rounded-sm ${look}`} />
      {word}
    </span>
  );
}
