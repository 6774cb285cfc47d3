import { useNow } from '@/lib/use-now';
import { ago, duration, exactTime } from '@/lib/format/time';

/** How long ago, with the exact time on hover and for assistive technology. */
export function Moment({ at }: { at: string }) {
  const now = useNow(30_000);
  return (
    <time dateTime={at} title={exactTime(at)}>
      {ago(at, now)}
    </time>
  );
}

interface ElapsedProps {
  startedAt: string;
  durationMs?: number | null;
  finishedAt?: string | null;
}

/** How long it took, or, counting on, how long it has been going. */
export function Elapsed({ startedAt, durationMs, finishedAt }: ElapsedProps) {
  const now = useNow(finishedAt ? null : 1000);
  if (typeof durationMs === 'number') return <>{duration(durationMs)}</>;
  const end = finishedAt ? Date.parse(finishedAt) : now;
  return <>{duration(end - Date.parse(startedAt))}</>;
}
