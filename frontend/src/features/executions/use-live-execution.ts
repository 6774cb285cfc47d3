import { useEffect, useMemo, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  endsExecution,
  mergedLogs,
  NOTHING_YET,
  withEvents,
  type LiveEvent,
  type LiveView,
} from '@/features/executions/model/live';
import { useAttempts } from '@/features/executions/use-attempts';
import { hasEnded } from '@/components/graph/model/states';
import { isObject, type JsonValue } from '@/lib/json';
import { queries } from '@/lib/queries';
import { followStream, type StreamState } from '@/lib/sse/stream';

/** How often to ask while the stream is away, and, in case it is silently held up, while it is there. */
const POLL_MS = { away: 2000, live: 15_000 };

/** What a burst of events changes is shown at once: a loop tells of thousands within seconds. */
const TOGETHER_MS = 100;

/** One execution with its log, kept up to date by its event stream, or by asking while there is none. */
export function useLiveExecution(id: string) {
  const [stream, setStream] = useState<StreamState>('connecting');
  const [live, setLive] = useState<LiveView>(NOTHING_YET);
  const queryClient = useQueryClient();
  const pace = stream === 'polling' || stream === 'ended' ? POLL_MS.away : POLL_MS.live;
  const execution = useQuery({
    ...queries.execution(id),
    refetchInterval: ({ state }) => (state.data && hasEnded(state.data.status) ? false : pace),
  });
  const stored = execution.data;
  const storedIsFinal = stored !== undefined && hasEnded(stored.status);
  const attempts = useAttempts(id, stored !== undefined, storedIsFinal ? false : pace);
  const follow = stored !== undefined && !storedIsFinal;

  useEffect(() => {
    if (!follow) return;
    let told: LiveEvent[] = [];
    let timer: number | undefined;
    const show = () => {
      const events = told;
      told = [];
      timer = undefined;
      setLive((view) => withEvents(view, events));
    };
    const close = followStream({
      path: `/api/executions/${encodeURIComponent(id)}/events`,
      isLast: (event) => endsExecution(event.type),
      onState: setStream,
      onEvent: (event) => {
        told.push({ type: event.type, data: dataOf(event.data) });
        timer ??= window.setTimeout(show, TOGETHER_MS);
        // What was written down at the end is the truth; the stream only came first.
        if (endsExecution(event.type)) void queryClient.invalidateQueries({ queryKey: ['execution', id] });
      },
    });
    return () => {
      close();
      window.clearTimeout(timer);
      if (told.length > 0) show();
      // It has ended, and what was asked beside that answer may be older.
      void queryClient.invalidateQueries({ queryKey: queries.executionAttempts(id).queryKey });
    };
  }, [id, follow, queryClient]);

  // While the stream is away, what it said last is older than what is stored.
  const told = stream === 'polling' ? NOTHING_YET : live;
  const status = storedIsFinal ? stored.status : (told.status ?? stored?.status ?? 'PENDING');
  const rows = useMemo(() => mergedLogs(attempts.stored, live), [attempts.stored, live]);
  return {
    execution,
    attempts,
    status,
    paused: !hasEnded(status) && (told.paused ?? stored?.paused ?? false),
    rows,
    stream: follow ? stream : 'ended',
  };
}

function dataOf(text: string): JsonValue {
  try {
    const data: unknown = JSON.parse(text);
    return isObject(data) ? data : null;
  } catch {
    return null;
  }
}
