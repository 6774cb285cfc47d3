import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Skeleton } from '@/components/ui/skeleton';
import { money } from '@/lib/format/numbers';
import { duration } from '@/lib/format/time';
import type { Dashboard } from '@/lib/insight-types';

const count = (number: number) => number.toLocaleString('en-US');

/** Today by the clock of the dealership. */
export function TodaysNumbers({ dashboard }: { dashboard: UseQueryResult<Dashboard> }) {
  const totals = dashboard.data?.totals;
  const figures = [
    {
      label: 'Leads answered today',
      value: totals && `${count(totals.leads.answered)} of ${count(totals.leads.received)}`,
      to: '/leads',
    },
    {
      label: 'Response time, half at most',
      value: totals && (totals.leads.medianMs === null ? '—' : duration(totals.leads.medianMs)),
      to: '/dashboard',
    },
    {
      label: 'Executions today',
      value: totals && count(totals.ended.completed + totals.ended.failed + totals.ended.cancelled),
      to: '/executions?time=24h',
    },
    { label: 'AI cost today', value: totals && money(totals.models.cost), to: '/dashboard' },
  ];
  return (
    <ul aria-label="Today" className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {figures.map(({ label, value, to }) => (
        <li key={label}>
          <Link
            to={to}
            className="block h-full rounded-lg border bg-surface px-4 py-3 transition-colors hover:bg-hover/60"
          >
            <span className="block text-sm text-ink-faint">{label}</span>
            <span className="mt-0.5 block h-8 text-2xl font-semibold tracking-tight tabular-nums">
              {value ?? (dashboard.isError ? '—' : <Skeleton className="mt-2 h-5 w-20" />)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
