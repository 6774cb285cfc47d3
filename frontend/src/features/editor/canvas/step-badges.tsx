import { CircleAlert, Info, StickyNote, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { NodeState } from '@/components/graph/model/states';
import { STATUS } from '@/components/status/status-badge';
import { TONE } from '@/components/ui/badge';
import type { Mark, StepData } from '@/features/editor/canvas/elements';
import type { ViewStep } from '@/features/editor/model/view';
import type { Severity } from '@/lib/api-types';
import { cx } from '@/lib/cx';

const RING: Partial<Record<NodeState['status'], string>> = {
  RUNNING: 'border-running',
  WAITING: 'border-waiting',
  RETRYING: 'border-waiting',
  COMPLETED: 'border-completed',
  FAILED: 'border-failed',
};

export function stateRing(state: NodeState | null): string | undefined {
  return state === null ? undefined : RING[state.status];
}

export const MARK_LOOK: Record<Mark, string> = {
  added: 'border-completed bg-completed-soft',
  removed: 'border-dashed border-failed bg-failed-soft',
  changed: 'border-compensating bg-compensating-soft',
};

const MARK_WORD: Record<Mark, string> = { added: 'Added', removed: 'Removed', changed: 'Changed' };
const MARK_TONE = { added: 'completed', removed: 'failed', changed: 'compensating' } as const;

const PROBLEM: Record<Severity, { icon: LucideIcon; look: string }> = {
  ERROR: { icon: CircleAlert, look: 'bg-failed-soft text-failed' },
  WARNING: { icon: TriangleAlert, look: 'bg-compensating-soft text-compensating' },
  HINT: { icon: Info, look: 'bg-running-soft text-running' },
};

const chip =
  'inline-flex h-6 items-center gap-1 rounded-full border border-surface px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3.5';

interface StepBadgesProps {
  step: ViewStep;
  problem: StepData['problem'];
  state: NodeState | null;
  mark: Mark | null;
}

/** What there is to say about a step at the moment, on the upper edge of its card. */
export function StepBadges({ step, problem, state, mark }: StepBadgesProps) {
  const Problem = problem && PROBLEM[problem.severity];
  const status = state && state.status !== 'PENDING' ? STATUS[state.status] : null;
  return (
    <div className="absolute -top-3 right-2 flex gap-1">
      {step.note !== null && (
        <span className={cx(chip, 'bg-human-soft text-human')} title={step.note}>
          <StickyNote role="img" aria-label="Has a note" />
        </span>
      )}
      {mark && <span className={cx(chip, 'px-2', TONE[MARK_TONE[mark]])}>{MARK_WORD[mark]}</span>}
      {status && (
        <span className={cx(chip, 'animate-appear px-2', TONE[status.tone])}>
          <status.icon className={cx(status.moves && 'animate-turn')} aria-hidden />
          {status.word}
        </span>
      )}
      {Problem && !status && (
        <span className={cx(chip, Problem.look)} title={problem.text}>
          <Problem.icon role="img" aria-label={problem.text} />
          {problem.count > 1 && problem.count}
        </span>
      )}
    </div>
  );
}
