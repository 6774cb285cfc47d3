import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pause, Play } from 'lucide-react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { api } from '@/lib/api';
import { messageOf } from '@/lib/http/problem';

interface PauseButtonProps {
  id: string;
  paused: boolean;
}

export function PauseButton({ id, paused }: PauseButtonProps) {
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (pause: boolean) => (pause ? api.pauseExecution(id) : api.resumeExecution(id)),
    onSuccess: (_, pause) =>
      toast.success(pause ? 'The execution is being paused.' : 'The execution goes on.'),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ['execution', id] });
      void queryClient.invalidateQueries({ queryKey: ['executions'] });
    },
  });

  return (
    <Button busy={change.isPending} onClick={() => change.mutate(!paused)}>
      {!change.isPending && (paused ? <Play aria-hidden /> : <Pause aria-hidden />)}
      {paused ? 'Resume' : 'Pause'}
    </Button>
  );
}
