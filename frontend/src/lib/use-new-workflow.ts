import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { workflowsApi } from '@/lib/api/workflows';
import { messageOf } from '@/lib/http/problem';

/** Makes an empty draft and opens it in the builder. */
export function useNewWorkflow() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () =>
      workflowsApi.create({
        name: 'New workflow',
        definition: { specVersion: '1', triggers: [], nodes: [], edges: [] },
      }),
    onSuccess: async ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: ['workflows'] });
      await navigate(`/workflows/${id}/edit`);
    },
    onError: (error) => toast.error(messageOf(error)),
  });
}
