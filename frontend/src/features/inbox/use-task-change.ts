import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { TaskDetail } from '@/lib/api-types';
import { messageOf } from '@/lib/http/problem';

/** What every change of tasks makes anew. */
export function useRenewTasks() {
  const queryClient = useQueryClient();
  return () => {
    void queryClient.invalidateQueries({ queryKey: ['tasks'] });
    void queryClient.invalidateQueries({ queryKey: ['task-counts'] });
  };
}

/** A change of one task whose answer is the task as it is then. */
export function useTaskChange<T>(id: string, change: (input: T) => Promise<TaskDetail>, done: string) {
  const queryClient = useQueryClient();
  const renew = useRenewTasks();
  return useMutation({
    mutationFn: change,
    onSuccess: (task) => {
      queryClient.setQueryData(['task', id], task);
      renew();
      toast.success(done);
    },
    onError: (error) => {
      toast.error(messageOf(error));
      // Somebody else was faster: show what has become of it.
      void queryClient.invalidateQueries({ queryKey: ['task', id] });
    },
  });
}
