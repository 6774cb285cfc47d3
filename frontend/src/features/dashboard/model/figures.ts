import type { DashboardPart, Ended } from '@/lib/insight-types';

/** Of those that completed or failed, how many completed; null if there are none. */
export function successRate({ completed, failed }: Ended): number | null {
  return completed + failed === 0 ? null : completed / (completed + failed);
}

export const endedIn = ({ completed, failed, cancelled }: Ended) => completed + failed + cancelled;

export interface Change {
  /** "+12 %", "−3 points", "as before". */
  text: string;
  /** Whether that is for the better; null if it is neither. */
  better: boolean | null;
}

/** How a number compares with the one of the range before; null if there was none. */
export function changeOf(
  now: number | null,
  before: number | null,
  moreIs: 'better' | 'worse' | 'more',
): Change | null {
  if (now === null || before === null || before === 0) return null;
  const share = Math.round(((now - before) / before) * 100);
  if (share === 0) return { text: 'as before', better: null };
  const better = moreIs === 'more' ? null : share > 0 === (moreIs === 'better');
  return { text: `${signed(share)} %`, better };
}

/** How a share compares with the one before, in points. */
export function pointsOf(now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null;
  const points = Math.round((now - before) * 1000) / 10;
  if (points === 0) return { text: 'as before', better: null };
  return { text: `${signed(points)} points`, better: points > 0 };
}

const signed = (number: number) => `${number > 0 ? '+' : '−'}${Math.abs(number).toLocaleString('en-US')}`;

/** A part of the range by the clock of the dealership. */
export function partInWords(at: string, zone: string, bucket: 'HOUR' | 'DAY', long = false): string {
  const day = { month: 'short', day: 'numeric' } as const;
  const form: Intl.DateTimeFormatOptions =
    bucket === 'DAY'
      ? { ...day, ...(long ? { weekday: 'short' } : {}) }
      : { ...(long ? day : {}), hour: 'numeric' };
  return new Intl.DateTimeFormat('en-US', { ...form, timeZone: zone }).format(Date.parse(at));
}

/** The address of the executions behind a bar: those that ended in that part. */
export function behind(part: Pick<DashboardPart, 'at' | 'end'>, workflowId: string, status: string): string {
  const filters = new URLSearchParams({ time: 'ended', from: part.at, to: part.end });
  if (workflowId !== '') filters.set('workflowId', workflowId);
  if (status !== '') filters.set('status', status);
  return `/executions?${filters.toString()}`;
}
