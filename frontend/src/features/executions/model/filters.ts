import type { ExecutionSummary } from '@/lib/api-types';

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

export const STARTED_TIME = 'range';
export const ENDED_TIME = 'ended';

/** Times that say from when to when. */
export const RANGES = [STARTED_TIME, ENDED_TIME];

const HOUR_MS = 3_600_000;
const LENGTHS: Record<string, number> = { '1h': 1, '24h': 24, '7d': 7 * 24, '30d': 30 * 24 };

export const TIMES = [
  { value: '', label: 'Any time' },
  { value: '1h', label: 'Last hour' },
  { value: '24h', label: 'Last 24 hours' },
  { value: '7d', label: 'Last 7 days' },
  { value: '30d', label: 'Last 30 days' },
  { value: STARTED_TIME, label: 'Started from … to …' },
  { value: ENDED_TIME, label: 'Ended from … to …' },
];

const SHORTEST_PART = 3;
const NAMED = /^[A-Za-z][A-Za-z0-9_-]{0,63}:/;

/** What the API is asked for: the address says "the last hour", the API needs to know since when. */
export function query(filters: ExecutionFilters, now: number): Record<string, string> {
  const { time, from, to, businessKey, ...others } = filters;
  return { ...others, ...keyed(businessKey), ...timed(time, from, to, now) };
}

function timed(time: string, from: string, to: string, now: number): Record<string, string> {
  if (time === STARTED_TIME) return { from, to };
  if (time === ENDED_TIME) return { endedFrom: from, endedTo: to };
  const hours = LENGTHS[time];
  return hours === undefined ? {} : { from: new Date(now - hours * HOUR_MS).toISOString() };
}

/** How a value begins or ends is enough, unless it is too short for that or is named: "vin:1HG…". */
function keyed(businessKey: string): Record<string, string> {
  if (businessKey === '') return {};
  const isPart = businessKey.trim().length >= SHORTEST_PART && !NAMED.test(businessKey);
  return isPart ? { businessKeyPart: businessKey } : { businessKey };
}

const MOST_FOLLOWED = 3;

/** The values that were found by what was typed. */
export function foundKeys(typed: string, executions: Pick<ExecutionSummary, 'businessKeys'>[]): string[] {
  const part = typed.trim().replace(NAMED, '').toLowerCase();
  const values = executions.flatMap(({ businessKeys }) => Object.values(businessKeys ?? {}));
  const fits = (value: string) => value.startsWith(part) || value.endsWith(part);
  return part === ''
    ? []
    : [...new Set(values)].filter((value) => fits(value.toLowerCase())).slice(0, MOST_FOLLOWED);
}
