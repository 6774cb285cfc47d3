import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { useRenewTasks } from '@/features/inbox/use-task-change';
import { api } from '@/lib/api';
import type { TaskDecision, TaskOutcome } from '@/lib/api-types';
import { Problem } from '@/lib/http/problem';
import { uniqueUuid } from '@/lib/unique-id';

const SAID: Record<TaskOutcome, string> = {
  APPROVED: 'Approved. The execution goes on.',
  REJECTED: 'Rejected. The execution goes on.',
  DONE: 'Done. The execution goes on.',
};

/** Decides about a task and leads back to the inbox. */
export function useDecide(id: string, onRefused: (problem: Problem) => void = () => undefined) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const renew = useRenewTasks();
  const sent = useRef({ body: '', id: '' });
  const [isDecided, setDecided] = useState(false);
  const decide = useMutation({
    mutationFn: (decision: Omit<TaskDecision, 'id'>) => {
      // The same decision sent again after a lost answer keeps its id, and so counts once.
      const body = JSON.stringify(decision);
      if (sent.current.body !== body) sent.current = { body, id: uniqueUuid() };
      return api.decideTask(id, { ...decision, id: sent.current.id });
    },
    onSuccess: async (detail, { outcome }) => {
      queryClient.setQueryData(['task', id], detail);
      renew();
      toast.success(SAID[outcome]);
      // Nothing is unsaved any more, and what guards it has to know before the page is left.
      flushSync(() => setDecided(true));
      await navigate('/inbox');
    },
    onError: (error) => {
      if (error instanceof Problem) onRefused(error);
      void queryClient.invalidateQueries({ queryKey: ['task', id] });
    },
  });
  return { ...decide, isDecided };
}
