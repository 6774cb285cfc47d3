import { useQuery } from '@tanstack/react-query';
import type { Schedule } from '@/lib/api-types';
import { scheduleInWords } from '@/lib/format/schedule';
import { timeInZone } from '@/lib/format/time';
import { queries } from '@/lib/queries';

const SHOWN = 3;

/** When the workflow's schedules start it next; nothing while they are not known. */
export function NextTimes({ workflowId }: { workflowId: string }) {
  const schedules = useQuery(queries.schedules(workflowId));
  if (!schedules.data || schedules.data.length === 0) return null;
  return (
    <ul className="mt-1.5 space-y-0.5 text-sm" aria-label="Next starts">
      {schedules.data.map((schedule) => (
        <li key={schedule.triggerId}>
          <OneSchedule schedule={schedule} />
        </li>
      ))}
    </ul>
  );
}

function OneSchedule({ schedule }: { schedule: Schedule }) {
  const name = scheduleInWords(schedule);
  if (schedule.paused) return <>{name}: paused</>;
  if (schedule.next.length === 0) return <>{name}: not due again</>;
  return (
    <>
      <span title={`Time zone ${schedule.timeZone}`}>{name}</span>: next{' '}
      {schedule.next.slice(0, SHOWN).map((at, index) => (
        <span key={at}>
          {index > 0 && ', '}
          <time dateTime={at}>{timeInZone(at, schedule.timeZone)}</time>
        </span>
      ))}
    </>
  );
}
