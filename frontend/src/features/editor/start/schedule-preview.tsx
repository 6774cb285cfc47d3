import { useQuery } from '@tanstack/react-query';
import { client } from '@/lib/http/client';
import { messageOf } from '@/lib/http/problem';
import { exactTime } from '@/lib/format/time';
import type { ScheduleTrigger } from '@/generated/workflow-definition';

const SHOWN = 3;

interface Preview {
  next: string[];
}

/** The next times of a schedule, or what is wrong with it. */
export function SchedulePreview({ trigger }: { trigger: ScheduleTrigger }) {
  const query = new URLSearchParams();
  if (trigger.cron) query.set('cron', trigger.cron);
  if (trigger.every) query.set('every', trigger.every);
  if (trigger.timeZone) query.set('timeZone', trigger.timeZone);
  const preview = useQuery({
    queryKey: ['schedule-preview', query.toString()],
    queryFn: () => client.json<Preview>(`/api/schedules/preview?${query.toString()}`),
    enabled: query.size > 0,
    retry: false,
  });
  if (preview.isError) return <p className="text-sm text-failed">{messageOf(preview.error)}</p>;
  if (!preview.data) return null;
  return (
    <p className="text-sm text-ink-faint">
      Next: {preview.data.next.slice(0, SHOWN).map(exactTime).join(', ')}
    </p>
  );
}
