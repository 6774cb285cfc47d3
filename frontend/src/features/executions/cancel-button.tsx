import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ban } from 'lucide-react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { api } from '@/lib/api';

export function CancelButton({ id }: { id: string }) {
  const [asking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => api.cancelExecution(id),
    onSuccess: () => {
      setAsking(false);
      toast.success('The execution is being cancelled.');
      void queryClient.invalidateQueries({ queryKey: ['execution', id] });
    },
  });

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
