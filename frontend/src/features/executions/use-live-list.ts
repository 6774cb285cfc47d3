import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { followStream, type StreamState } from '@/lib/sse/stream';

const PAUSE_MS = 1000;

/** Renews the lists of executions when one starts or changes, at most once a second. */
export function useLiveList(): StreamState {
  const [state, setState] = useState<StreamState>('connecting');
  const queryClient = useQueryClient();

  useEffect(() => {
    let timer: number | null = null;
    const renew = () => {
      timer = null;
      void queryClient.invalidateQueries({ queryKey: ['executions'] });
    };
    const close = followStream({
      path: '/api/executions/events',
      onState: setState,
      onEvent: () => (timer ??= window.setTimeout(renew, PAUSE_MS)),
    });
    return () => {
      close();
      if (timer !== null) window.clearTimeout(timer);
    };
  }, [queryClient]);

  return state;
}
