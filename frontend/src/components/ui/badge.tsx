import type { ReactNode } from 'react';
import { cx } from '@/lib/cx';

export type Tone =
  'running' | 'waiting' | 'completed' | 'failed' | 'cancelled' | 'compensating' | 'paused' | 'accent';

export const TONE: Record<Tone, string> = {
  running: 'bg-running-soft text-running',
  waiting: 'bg-waiting-soft text-waiting',
  completed: 'bg-completed-soft text-completed',
  failed: 'bg-failed-soft text-failed',
  cancelled: 'bg-cancelled-soft text-cancelled',
  compensating: 'bg-compensating-soft text-compensating',
  paused: 'bg-ink text-page',
  accent: 'bg-accent-soft text-accent-ink',
};

export function Badge({
  tone,
  className,
  children,
}: {
  tone: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        'inline-flex h-5.5 items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap [&_svg]:size-3.5 [&_svg]:shrink-0',
        TONE[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}

/** A plain fact beside a name: a category, a version. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex h-5.5 items-center rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap text-ink-soft">
      {children}
    </span>
  );
}
