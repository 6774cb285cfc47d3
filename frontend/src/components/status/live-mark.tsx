import type { StreamState } from '@/lib/sse/stream';
import { cx } from '@/lib/cx';

const WORDS: Record<StreamState, string> = {
  connecting: 'Connecting',
  live: 'Live',
  polling: 'Updated every few seconds',
  ended: '',
};

/** Whether what is shown keeps itself up to date. */
export function LiveMark({ state }: { state: StreamState }) {
  if (state === 'ended') return null;
  return (
    <span className="inline-flex items-center gap-1.5 text-sm text-ink-faint">
      <span
        aria-hidden
        className={cx(
          'size-2 rounded-full',
          state === 'live' ? 'animate-breathe bg-completed' : 'bg-line-strong',
        )}
      />
      {WORDS[state]}
    </span>
  );
}
