import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { dollars } from '@/features/ai/model/words';
import type { UsageReport } from '@/lib/ai-types';

const AXIS = { fill: 'var(--ink-faint)', fontSize: 12 };

/** A bar for each day's cost. */
export default function CostChart({ usage }: { usage: UsageReport }) {
  return (
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
  );
}
