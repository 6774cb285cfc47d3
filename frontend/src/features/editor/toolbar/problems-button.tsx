import { CircleCheck } from 'lucide-react';
import { blockingProblems } from '@/components/publish/publication';
import { Button } from '@/components/ui/button';
import { countInWords, inOrder } from '@/features/editor/problems/by-step';
import { PROBLEM_LOOK } from '@/features/editor/problems/problem-line';
import type { WorkflowProblem } from '@/lib/api-types';

interface ProblemsButtonProps {
  problems: WorkflowProblem[];
  isOpen: boolean;
  onClick: () => void;
}

/** How many problems there are: those that keep the draft from being published, else those that only should be looked at. */
export function ProblemsButton({ problems, isOpen, onClick }: ProblemsButtonProps) {
  const errors = blockingProblems(problems).length;
  const count = errors > 0 ? errors : problems.length;
  const [first] = inOrder(problems);
  const gravest = first && PROBLEM_LOOK[first.severity];
  const words = countInWords(problems);
  return (
    <Button variant="quiet" aria-label={words} title={words} aria-pressed={isOpen} onClick={onClick}>
      {gravest === undefined ? (
        <CircleCheck className="text-completed" aria-hidden />
      ) : (
        <gravest.icon className={gravest.colour} aria-hidden />
      )}
      {count > 0 ? count : <span className="hidden xl:inline">{words}</span>}
    </Button>
  );
}
