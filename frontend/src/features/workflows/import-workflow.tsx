import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { ImportDialog } from '@/components/form/import-dialog';
import { workflowsApi } from '@/lib/api/workflows';

/** Takes a workflow that was exported and opens it in the builder. */
export function ImportWorkflow({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const take = useMutation({
    mutationFn: workflowsApi.importText,
    onSuccess: async ({ id, name }) => {
      void queryClient.invalidateQueries({ queryKey: ['workflows'] });
      toast.success(`“${name}” is imported as a draft.`);
      await navigate(`/workflows/${id}/edit`);
    },
  });
  return (
    <ImportDialog
      title="Import a workflow"
      description="What was exported here or elsewhere, in JSON or YAML. It becomes a draft of its own."
      busy={take.isPending}
      error={take.error}
      onImport={(document) => take.mutate(document)}
      onClose={onClose}
    />
  );
}
