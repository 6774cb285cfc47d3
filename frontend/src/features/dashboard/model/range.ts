/** What the dashboard shows, as it stands in its address. */
export const FILTERS = ['time', 'from', 'to', 'workflowId'] as const;

export type DashboardFilters = Record<(typeof FILTERS)[number], string>;

export const CUSTOM = 'range';

const HOUR_MS = 3_600_000;
const HOURS: Record<string, number> = { '': 24, '7d': 7 * 24, '30d': 30 * 24, '90d': 90 * 24 };

export const TIMES = [
  { value: '', label: 'Last 24 hours' },
  { value: '7d', label: 'Last 7 days' },
  { value: '30d', label: 'Last 30 days' },
  { value: '90d', label: 'Last 90 days' },
  { value: CUSTOM, label: 'From … to …' },
];

/** What the API is asked for; a range without its ends is the last day. */
export function query({ time, from, to, workflowId }: DashboardFilters, now: number): Record<string, string> {
  const begin = new Date(now - (HOURS[time] ?? 24) * HOUR_MS).toISOString();
  const range =
    time === CUSTOM ? { from: from || begin, to } : { from: begin, to: new Date(now).toISOString() };
  return { ...range, workflowId };
}
