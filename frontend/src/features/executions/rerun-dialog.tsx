import type { ReactNode } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import type { RerunStart } from '@/features/executions/model/rerun';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { api } from '@/lib/api';

interface RerunDialogProps {
  id: string;
  /** Null is the whole execution. */
  from: RerunStart | null;
  onClose: () => void;
}

/** Asks before an ended execution is run again, and says what that does. */
export function RerunDialog({ id, from, onClose }: RerunDialogProps) {
  const rerun = useRerun(id, from);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={from === null ? 'Run this execution again?' : `Run again from “${from.name}”?`}
      description="This starts a new execution of the same version with the same input. This one stays as it is."
    >
      <DialogBody>
        <div className="flex flex-col gap-4">
          {rerun.isError && <Notice error={rerun.error} />}
          <dl className="flex flex-col gap-3">
            <Effect label="Starts afresh">{afresh(from)}</Effect>
            <Effect label="Is kept">
              {from === null
                ? 'The input, and nothing else.'
                : 'The result of every other step. It counts as it is, and is not undone if the new execution fails.'}
            </Effect>
          </dl>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="quiet" onClick={onClose}>
          Not now
        </Button>
        <Button variant="primary" busy={rerun.isPending} onClick={() => rerun.mutate()}>
          Run again
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function afresh(from: RerunStart | null): string {
  const again = 'What these steps send is sent once more.';
  if (from === null) return `Every step, from the top. ${again}`;
  const first =
    from.container === null
      ? `“${from.name}”`
      : `“${from.container}” as a whole, since “${from.name}” is a part of it,`;
  return `${first} and what follows it; also what was unfinished or undone. ${again}`;
}

function Effect({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-x-4 gap-y-0.5 sm:flex-row">
      <dt className="w-28 shrink-0 font-medium">{label}</dt>
      <dd className="min-w-0 wrap-anywhere text-ink-soft">{children}</dd>
    </div>
  );
}

function useRerun(id: string, from: RerunStart | null) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.rerunExecution(id, from?.nodeId ?? null),
    onSuccess: async (started) => {
      void queryClient.invalidateQueries({ queryKey: ['executions'] });
      void queryClient.invalidateQueries({ queryKey: ['execution', id, 'related'] });
      toast.success('The execution has started.');
      await navigate(`/executions/${started.id}`);
    },
  });
}
