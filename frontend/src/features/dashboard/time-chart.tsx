import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartCard } from '@/features/dashboard/chart-card';
import { axis, grid, inTime, tooltip } from '@/features/dashboard/chart-look';
import { partInWords } from '@/features/dashboard/model/figures';
import { PartsTable } from '@/features/dashboard/parts-table';
import type { Dashboard, DashboardPart } from '@/lib/insight-types';

interface TimeChartProps {
  title: string;
  about: string;
  dashboard: Dashboard;
  workflowId: string;
  lines: { word: string; stroke: string; dash?: string; value: (part: DashboardPart) => number | null }[];
}

/** Times over the range, as lines that are told apart without their colour too. */
export default function TimeChart({ title, about, dashboard, workflowId, lines }: TimeChartProps) {
  const { parts, zone, bucket } = dashboard;
  const data = parts.map((part) => ({
    label: partInWords(part.at, zone, bucket, true),
    ...Object.fromEntries(lines.map(({ word, value }) => [word, value(part)])),
  }));
  return (
    <ChartCard
      title={title}
      about={about}
      chart={
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 230 }}>
          <LineChart data={data} margin={{ top: 4, right: 8, left: 0, bottom: 0 }}>
            <CartesianGrid {...grid} />
            <XAxis dataKey="label" {...axis} minTickGap={24} padding={{ left: 8, right: 8 }} />
            <YAxis {...axis} width={64} tickFormatter={inTime} />
            <Tooltip {...tooltip} formatter={inTime} cursor={{ stroke: 'var(--line-strong)' }} />
            <Legend iconType="plainline" wrapperStyle={{ fontSize: 12 }} />
            {lines.map(({ word, stroke, dash }) => (
              <Line
                key={word}
                dataKey={word}
                stroke={stroke}
                strokeDasharray={dash}
                strokeWidth={2}
                dot={{ r: 2, fill: stroke, clipDot: false }}
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      }
      table={
        <PartsTable
          caption={title}
          dashboard={dashboard}
          workflowId={workflowId}
          columns={lines.map(({ word, value }) => ({ label: word, value: (part) => inTime(value(part)) }))}
        />
      }
    />
  );
}
