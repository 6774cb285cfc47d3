import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ban } from 'lucide-react';
import { toast } from 'sonner';
import { hasEnded } from '@/components/graph/model/states';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { api } from '@/lib/api';
import type { ExecutionStatus } from '@/lib/api-types';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

interface CancelButtonProps {
  id: string;
  status: ExecutionStatus;
}

export function CancelButton({ id, status }: CancelButtonProps) {
  const [asking, setAsking] = useState(false);
  const user = useUser();
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => api.cancelExecution(id),
    onSuccess: () => {
      setAsking(false);
      toast.success('The execution is being cancelled.');
      void queryClient.invalidateQueries({ queryKey: ['execution', id] });
    },
  });

  if (hasEnded(status) || !may(user, 'operate')) return null;
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        <Ban aria-hidden />
        Cancel execution
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title="Cancel this execution?"
        description="Steps that are running are stopped, and nothing new begins. It cannot be taken back."
      >
        {cancel.isError && (
          <DialogBody>
            <Notice error={cancel.error} />
          </DialogBody>
        )}
        <DialogFooter>
          <Button variant="quiet" onClick={() => setAsking(false)}>
            Let it go on
          </Button>
          <Button variant="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
            Cancel execution
          </Button>
        </DialogFooter>
      </Dialog>
    </>
  );
}
