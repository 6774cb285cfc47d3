import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { followExecutions } from '@/lib/executions-stream';
import type { StreamState } from '@/lib/sse/stream';

/**
 * Renews what is shown of all executions when one starts or changes.
 *
 * @param shown the first part of the key of what is shown
 * @param atMostEveryMs how long changes are gathered before it is read again
 */
export function useLiveExecutions(shown: string, atMostEveryMs: number): StreamState {
  const [state, setState] = useState<StreamState>('connecting');
  const queryClient = useQueryClient();

  useEffect(() => {
    let timer: number | null = null;
    const renew = () => {
      timer = null;
      void queryClient.invalidateQueries({ queryKey: [shown] });
    };
    const close = followExecutions({
      onState: setState,
      onChange: () => (timer ??= window.setTimeout(renew, atMostEveryMs)),
    });
    return () => {
      close();
      if (timer !== null) window.clearTimeout(timer);
    };
  }, [queryClient, shown, atMostEveryMs]);

  return state;
}
