/** The filters of the list, as they stand in its address. */
export const FILTERS = [
  'status',
  'workflowId',
  'version',
  'trigger',
  'eventType',
  'time',
  'from',
  'to',
  'businessKey',
  'text',
  'correlationId',
] as const;

export type FilterName = (typeof FILTERS)[number];
export type ExecutionFilters = Record<FilterName, string>;

/** Those that are out of sight until they are asked for. */
export const RARE_FILTERS: FilterName[] = ['version', 'text', 'correlationId'];

export const CUSTOM_TIME = 'range';

const HOUR_MS = 3_600_000;
const LENGTHS: Record<string, number> = { '1h': 1, '24h': 24, '7d': 7 * 24, '30d': 30 * 24 };

export const TIMES = [
  { value: '', label: 'Any time' },
  { value: '1h', label: 'Last hour' },
  { value: '24h', label: 'Last 24 hours' },
  { value: '7d', label: 'Last 7 days' },
  { value: '30d', label: 'Last 30 days' },
  { value: CUSTOM_TIME, label: 'From … to …' },
];

/** What the API is asked for: the address says "the last hour", the API needs to know since when. */
export function query({ time, from, to, ...filters }: ExecutionFilters, now: number): Record<string, string> {
  if (time === CUSTOM_TIME) return { ...filters, from, to };
  const hours = LENGTHS[time];
  return hours === undefined ? filters : { ...filters, from: new Date(now - hours * HOUR_MS).toISOString() };
}
