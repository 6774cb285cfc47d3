import { CircleAlert, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import { FieldError } from '@/components/ui/field';
import type { Severity, WorkflowProblem } from '@/lib/api-types';

export const PROBLEM_LOOK: Record<Severity, { icon: LucideIcon; colour: string; word: string }> = {
  ERROR: { icon: CircleAlert, colour: 'text-failed', word: 'Error' },
  WARNING: { icon: TriangleAlert, colour: 'text-compensating', word: 'Warning' },
  HINT: { icon: Info, colour: 'text-running', word: 'Hint' },
};

/** A problem that is of no single field, as grave as it is. */
export function ProblemLine({ problem: { severity, message } }: { problem: WorkflowProblem }) {
  if (severity === 'ERROR') return <FieldError>{message}</FieldError>;
  const { icon: Icon, colour, word } = PROBLEM_LOOK[severity];
  return (
    <p className="flex items-start gap-1.5 text-sm text-ink-soft">
      <Icon className={`mt-0.5 size-4 shrink-0 ${colour}`} role="img" aria-label={word} />
      <span>{message}</span>
    </p>
  );
}
