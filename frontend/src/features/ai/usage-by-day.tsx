import { useState } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { dollars } from '@/features/ai/model/words';
import { UsageTable } from '@/features/ai/usage-table';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/page';
import type { UsageReport } from '@/lib/ai-types';

const AXIS = { fill: 'var(--ink-faint)', fontSize: 12 };

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
          <ResponsiveContainer width="100%" height="100%">
            <BarChart data={usage.byDay} accessibilityLayer={false}>
              <CartesianGrid vertical={false} stroke="var(--line)" />
              <XAxis dataKey="key" tick={AXIS} tickLine={false} stroke="var(--line-strong)" />
              <YAxis tick={AXIS} tickLine={false} axisLine={false} width={64} tickFormatter={dollars} />
              <Tooltip
                cursor={{ fill: 'var(--hover)' }}
                contentStyle={{
                  background: 'var(--surface)',
                  border: '1px solid var(--line)',
                  borderRadius: 8,
                }}
                formatter={(value) => [dollars(Number(value)), 'Cost']}
              />
              <Bar dataKey="cost" fill="var(--ai)" radius={[3, 3, 0, 0]} isAnimationActive={false} />
            </BarChart>
          </ResponsiveContainer>
        </div>
      )}
    </Card>
  );
}
