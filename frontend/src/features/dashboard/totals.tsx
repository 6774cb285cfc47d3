import type { ReactNode } from 'react';
import { changeOf, endedIn, pointsOf, successRate, type Change } from '@/features/dashboard/model/figures';
import { cx } from '@/lib/cx';
import { money, percent } from '@/lib/format/numbers';
import { duration } from '@/lib/format/time';
import type { Dashboard } from '@/lib/insight-types';

const inTime = (ms: number | null) => (ms === null ? '—' : duration(ms));

/** The numbers of the range, each beside the one of the range before. */
export function Totals({ dashboard }: { dashboard: Dashboard }) {
  const { totals: now, before } = dashboard;
  const rate = successRate(now.ended);
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Figure
        label="Executions"
        value={endedIn(now.ended).toLocaleString('en-US')}
        change={changeOf(endedIn(now.ended), endedIn(before.ended), 'more')}
      />
      <Figure
        label="Success rate"
        value={rate === null ? '—' : percent(rate)}
        change={pointsOf(rate, successRate(before.ended))}
        more={`${now.ended.failed.toLocaleString('en-US')} failed`}
      />
      <Figure
        label="Half took at most"
        value={inTime(now.took.p50Ms)}
        change={changeOf(now.took.p50Ms, before.took.p50Ms, 'worse')}
        more={`95 of 100: ${inTime(now.took.p95Ms)}`}
      />
      <Figure
        label="Waited for their turn"
        value={inTime(now.queue.averageMs)}
        change={changeOf(now.queue.averageMs, before.queue.averageMs, 'worse')}
        more={`at most ${inTime(now.queue.maxMs)}`}
      />
      <Figure
        label="Response time to a lead"
        value={inTime(now.leads.medianMs)}
        change={changeOf(now.leads.medianMs, before.leads.medianMs, 'worse')}
        more="half of them at most"
      />
      <Figure
        label="Leads answered"
        value={`${now.leads.answered.toLocaleString('en-US')} of ${now.leads.received.toLocaleString('en-US')}`}
        change={changeOf(now.leads.answered, before.leads.answered, 'better')}
      />
      <Figure
        label="AI cost"
        value={money(now.models.cost)}
        change={changeOf(now.models.cost, before.models.cost, 'worse')}
        more={`${now.models.calls.toLocaleString('en-US')} calls`}
      />
      <Figure
        label="AI tokens"
        value={(now.models.promptTokens + now.models.completionTokens).toLocaleString('en-US')}
        change={changeOf(
          now.models.promptTokens + now.models.completionTokens,
          before.models.promptTokens + before.models.completionTokens,
          'more',
        )}
      />
    </dl>
  );
}

interface FigureProps {
  label: string;
  value: ReactNode;
  change: Change | null;
  more?: string;
}

function Figure({ label, value, change, more }: FigureProps) {
  return (
    <div className="rounded-lg border bg-surface px-4 py-3">
      <dt className="text-sm text-ink-faint">{label}</dt>
      <dd className="mt-0.5 text-2xl font-semibold tracking-tight tabular-nums">{value}</dd>
      <dd className="flex flex-wrap gap-x-2 text-sm text-ink-faint">
        {change ? (
          <span
            className={cx(
              change.better === true && 'text-completed',
              change.better === false && 'text-failed',
            )}
            title="Beside the range of the same length before"
          >
            {change.text}
          </span>
        ) : (
          <span title="There was none in the range before">new</span>
        )}
        {more && <span>{more}</span>}
      </dd>
    </div>
  );
}
