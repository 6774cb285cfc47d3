import { useQuery } from '@tanstack/react-query';
import { buildingQueries } from '@/lib/building-queries';
import type { Trigger } from '@/lib/definition';
import { scheduleInWords } from '@/lib/format/schedule';
import { timeInZone } from '@/lib/format/time';
import { messageOf } from '@/lib/http/problem';

const SHOWN = 5;

/** When a schedule would start executions next, or why it cannot be read. */
export function NextTimes({ trigger }: { trigger: Extract<Trigger, { type: 'schedule' }> }) {
  const { cron, every, timeZone, businessDays } = trigger;
  const { data, error } = useQuery({
    ...buildingQueries.schedulePreview({ cron, every, timeZone, businessDays }),
    enabled: Boolean(cron) || Boolean(every),
  });
  if (error) return <p className="text-sm text-failed">{messageOf(error)}</p>;
  if (!data) return null;
  return (
    <div className="rounded-md bg-sunken px-3 py-2 text-sm">
      <p className="font-medium">{scheduleInWords(trigger)}, next:</p>
      <ul className="mt-1 text-ink-soft">
        {data.next.slice(0, SHOWN).map((time) => (
          <li key={time}>{timeInZone(time, data.timeZone)}</li>
        ))}
      </ul>
    </div>
  );
}
