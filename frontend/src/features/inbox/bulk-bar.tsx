import { useMutation } from '@tanstack/react-query';
import { toast } from 'sonner';
import { useRenewTasks } from '@/features/inbox/use-task-change';
import { Button } from '@/components/ui/button';
import { api } from '@/lib/api';
import type { TaskDecisionResult } from '@/lib/api-types';
import { plural } from '@/lib/format/words';
import { messageOf } from '@/lib/http/problem';

interface BulkBarProps {
  ids: string[];
  onDone: () => void;
}

/** Approves at once what may be approved together. */
export function BulkBar({ ids, onDone }: BulkBarProps) {
  const renew = useRenewTasks();
  const approve = useMutation({
    mutationFn: () => api.decideTasks(ids, 'APPROVED'),
    onSuccess: ({ items }) => {
      tell(items);
      onDone();
      renew();
    },
    onError: (error) => toast.error(messageOf(error)),
  });
  return (
    <div
      role="region"
      aria-label="Chosen tasks"
      className="flex flex-wrap items-center gap-2 border-b bg-accent-soft px-4 py-2"
    >
      <span className="mr-auto font-medium">{plural(ids.length, 'approval')} chosen</span>
      <Button variant="quiet" onClick={onDone}>
        Choose none
      </Button>
      <Button variant="primary" busy={approve.isPending} onClick={() => approve.mutate()}>
        Approve {plural(ids.length, 'approval')}
      </Button>
    </div>
  );
}

function tell(items: TaskDecisionResult[]) {
  const decided = items.filter((item) => item.isDecided).length;
  const refused = items.filter((item) => !item.isDecided);
  if (decided > 0) toast.success(`${plural(decided, 'approval')} given.`);
  for (const item of refused) toast.error(item.message ?? 'One could not be approved.');
}
