import { lazy, Suspense, useState } from 'react';
import { UsageTable } from '@/features/ai/usage-table';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/page';
import { Skeleton } from '@/components/ui/skeleton';
import type { UsageReport } from '@/lib/ai-types';

// The chart library comes after the page.
const CostChart = lazy(() => import('@/features/ai/cost-chart'));

/** What each day cost, as bars or as a table. */
export function UsageByDay({ usage }: { usage: UsageReport }) {
  const [asTable, setAsTable] = useState(false);
  const swap = (
    <Button size="sm" onClick={() => setAsTable(!asTable)}>
      {asTable ? 'Show the chart' : 'Show the table'}
    </Button>
  );
  if (asTable) {
    return (
      <div className="flex flex-col items-end gap-2">
        {swap}
        <div className="w-full">
          <UsageTable title="By day" sums={usage.byDay} />
        </div>
      </div>
    );
  }
  return (
    <Card>
      <div className="flex items-center justify-between gap-2 border-b px-4 py-3">
        <h2 className="font-semibold">Cost by day</h2>
        {swap}
      </div>
      {usage.byDay.length === 0 ? (
        <p className="px-4 py-16 text-center text-ink-faint">No calls in this time.</p>
      ) : (
        <div
          className="h-64 p-4"
          role="img"
          aria-label={`Cost of ${usage.byDay.length} days, ${usage.from} to ${usage.to}, time zone ${usage.timeZone}`}
        >
          <Suspense fallback={<Skeleton className="h-full" />}>
            <CostChart usage={usage} />
          </Suspense>
        </div>
      )}
    </Card>
  );
}
