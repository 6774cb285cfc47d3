import { Link } from 'react-router';
import { ExecutionStatusBadges } from '@/features/executions/execution-status-badges';
import { pathOf } from '@/features/executions/model/related';
import { startInWords } from '@/features/executions/model/words';
import { Elapsed, Moment } from '@/components/status/moment';
import { StatusBadge } from '@/components/status/status-badge';
import { Card } from '@/components/ui/page';
import { cx } from '@/lib/cx';
import { clockTime } from '@/lib/format/time';
import { inWords } from '@/lib/format/words';
import type { JourneyLeg, JourneyStep } from '@/lib/insight-types';

/** One execution on the way, with what its steps did and when. */
export function JourneyLegCard({ leg }: { leg: JourneyLeg }) {
  return (
    <li>
      <span
        aria-hidden
        className={cx(
          'absolute -left-1.5 mt-4 size-3 rounded-full border-2 border-page',
          leg.status === 'FAILED' ? 'bg-failed' : 'bg-accent',
        )}
      />
      <Card>
        <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2.5">
          <Link to={`/executions/${leg.id}`} className="rounded-sm font-semibold hover:underline">
            {leg.workflowName}
          </Link>
          <span className="text-sm text-ink-faint">
            {startInWords(leg)} · <Moment at={leg.startedAt} /> · <Elapsed {...leg} />
          </span>
          <span className="ml-auto">
            <ExecutionStatusBadges status={leg.status} paused={leg.paused} />
          </span>
        </header>
        {leg.steps.length === 0 ? (
          <p className="px-4 py-3 text-ink-faint">No step has begun.</p>
        ) : (
          <ol aria-label={`Steps of ${leg.workflowName}`}>
            {leg.steps.map((step) => (
              <Step key={`${step.stepRunId}#${step.attempt}`} id={leg.id} step={step} />
            ))}
          </ol>
        )}
      </Card>
    </li>
  );
}

function Step({ id, step }: { id: string; step: JourneyStep }) {
  return (
    <li className="flex items-center gap-3 border-b px-4 py-1.5 last:border-b-0">
      <span className="w-24 shrink-0 text-sm text-ink-faint tabular-nums">
        {step.startedAt ? clockTime(step.startedAt) : ''}
      </span>
      <span className="min-w-0 flex-1">
        <Link to={pathOf({ id, step: step.stepRunId })} className="rounded-sm hover:underline">
          {step.nodeName ?? inWords(step.nodeId)}
        </Link>
        {step.attempt > 1 && <span className="ml-2 text-sm text-ink-faint">attempt {step.attempt}</span>}
        {step.error && <span className="block truncate text-sm text-failed">{step.error}</span>}
      </span>
      <StatusBadge status={step.status} />
    </li>
  );
}
