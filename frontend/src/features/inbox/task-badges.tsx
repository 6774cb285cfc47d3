import { AlarmClock, ArrowUp, TriangleAlert } from 'lucide-react';
import { dueInWords } from '@/features/inbox/model/words';
import { Badge, Tag } from '@/components/ui/badge';
import type { Task } from '@/lib/api-types';
import { inWords } from '@/lib/format/words';
import { useNow } from '@/lib/use-now';

/** What makes an open task urgent. */
export function TaskBadges({ task }: { task: Task }) {
  const now = useNow(30_000);
  const due = dueInWords(task, now);
  return (
    <span className="flex flex-wrap gap-1.5">
      {due && (
        <Badge tone={due.isOverdue ? 'failed' : 'waiting'}>
          <AlarmClock aria-hidden />
          {due.text}
        </Badge>
      )}
      {task.escalatedTo && (
        <Badge tone="failed">
          <ArrowUp aria-hidden />
          Escalated to {inWords(task.escalatedTo)}
        </Badge>
      )}
      {task.priority === 'HIGH' && (
        <Badge tone="failed">
          <TriangleAlert aria-hidden />
          High priority
        </Badge>
      )}
      {task.remindedAt && !task.escalatedTo && <Tag>Reminded</Tag>}
    </span>
  );
}
