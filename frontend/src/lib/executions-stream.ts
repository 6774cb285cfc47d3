import { followStream, type StreamState } from '@/lib/sse/stream';

interface Listener {
  /** An execution has started or changed. */
  onChange: () => void;
  onState?: (state: StreamState) => void;
}

const listeners = new Set<Listener>();
let state: StreamState = 'connecting';
let close: (() => void) | null = null;

/** Tells of every execution that starts or changes. All of a page share one stream, which is open while anybody listens. */
export function followExecutions(listener: Listener): () => void {
  listeners.add(listener);
  close ??= followStream({
    path: '/api/executions/events',
    onEvent: () => listeners.forEach(({ onChange }) => onChange()),
    onState: (next) => {
      state = next;
      listeners.forEach(({ onState }) => onState?.(next));
    },
  });
  listener.onState?.(state);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    close?.();
    close = null;
    state = 'connecting';
  };
}
