import { useNavigate } from 'react-router';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartCard } from '@/features/dashboard/chart-card';
import { axis, grid, tooltip } from '@/features/dashboard/chart-look';
import { behind, partInWords } from '@/features/dashboard/model/figures';
import { PartsTable } from '@/features/dashboard/parts-table';
import type { Dashboard, Ended } from '@/lib/insight-types';

const BARS: { status: string; key: keyof Ended; word: string; fill: string }[] = [
  { status: 'COMPLETED', key: 'completed', word: 'Completed', fill: 'var(--completed)' },
  { status: 'FAILED', key: 'failed', word: 'Failed', fill: 'var(--failed)' },
  { status: 'CANCELLED', key: 'cancelled', word: 'Cancelled', fill: 'var(--cancelled)' },
];

/** How many executions ended in each hour or day, by how; a bar leads to them. */
export default function EndedChart({ dashboard, workflowId }: { dashboard: Dashboard; workflowId: string }) {
  const navigate = useNavigate();
  const { parts, zone, bucket } = dashboard;
  const data = parts.map((part) => ({ ...part.ended, label: partInWords(part.at, zone, bucket, true) }));
  const go = (index: number, status: string) => {
    const part = parts[index];
    if (part) void navigate(behind(part, workflowId, status));
  };
  return (
    <ChartCard
      title="Executions"
      about="By how they ended. Click a bar to see them."
      chart={
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 230 }}>
          <BarChart data={data} margin={{ top: 4, right: 8, left: -8, bottom: 0 }} maxBarSize={40}>
            <CartesianGrid {...grid} />
            <XAxis dataKey="label" {...axis} minTickGap={24} />
            <YAxis allowDecimals={false} {...axis} width={48} />
            <Tooltip {...tooltip} cursor={{ fill: 'var(--hover)' }} />
            <Legend iconType="square" wrapperStyle={{ fontSize: 12 }} />
            {BARS.map(({ status, key, word, fill }) => (
              <Bar
                key={key}
                dataKey={key}
                name={word}
                stackId="ended"
                fill={fill}
                cursor="pointer"
                isAnimationActive={false}
                onClick={(_, index) => go(index, status)}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      }
      table={
        <PartsTable
          caption="Executions by how they ended"
          dashboard={dashboard}
          workflowId={workflowId}
          columns={BARS.map(({ key, word }) => ({
            label: word,
            value: (part) => part.ended[key].toLocaleString('en-US'),
          }))}
        />
      }
    />
  );
}
