import { useState } from 'react';
import { Hand, Undo2, UserRoundPen } from 'lucide-react';
import { ReassignDialog } from '@/features/inbox/reassign-dialog';
import { useTaskChange } from '@/features/inbox/use-task-change';
import { Button } from '@/components/ui/button';
import { api } from '@/lib/api';
import type { Task } from '@/lib/api-types';
import { useUser } from '@/lib/use-session';

/** Takes a task, gives it back, or hands it on. */
export function TaskActions({ task }: { task: Task }) {
  const user = useUser();
  const [reassigns, setReassigns] = useState(false);
  const claim = useTaskChange(task.id, () => api.claimTask(task.id), 'The task is yours.');
  const release = useTaskChange(task.id, () => api.releaseTask(task.id), 'The task is free again.');
  const isMine = task.claim?.by === user?.id;
  const mayRelease = task.claim && (isMine || user?.roles.includes('ADMIN'));

  return (
    <>
      {!task.claim && (
        <Button busy={claim.isPending} onClick={() => claim.mutate(undefined)}>
          <Hand aria-hidden />
          Claim
        </Button>
      )}
      {mayRelease && (
        <Button busy={release.isPending} onClick={() => release.mutate(undefined)}>
          <Undo2 aria-hidden />
          Release
        </Button>
      )}
      <Button onClick={() => setReassigns(true)}>
        <UserRoundPen aria-hidden />
        Hand on
      </Button>
      {reassigns && <ReassignDialog task={task} onClose={() => setReassigns(false)} />}
    </>
  );
}
