import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import type { WorkflowSummary } from '@/lib/api-types';
import { workflowsApi } from '@/lib/api/workflows';

interface DeleteDialogProps {
  workflow: WorkflowSummary;
  onClose: () => void;
}

export function DeleteDialog({ workflow, onClose }: DeleteDialogProps) {
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => workflowsApi.remove(workflow.id),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['workflows'] });
      toast.success(`“${workflow.name}” is deleted.`);
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={onClose} title={`Delete “${workflow.name}”?`}>
      <DialogBody>
        {remove.isError && <Notice error={remove.error} />}
        <p>Its draft, its versions and its tests are gone for good. Archive it instead to put it away.</p>
      </DialogBody>
      <DialogFooter>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
          Delete
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
