import { CircleCheck, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { View } from '@/features/editor/model/view';
import { countInWords, inOrder } from '@/features/editor/problems/by-step';
import { PROBLEM_LOOK } from '@/features/editor/problems/problem-line';
import type { WorkflowProblem } from '@/lib/api-types';

interface ProblemsPanelProps {
  problems: WorkflowProblem[];
  view: View;
  onSelect: (nodeId: string | null) => void;
  onClose: () => void;
}

/** What is wrong at the moment; each entry leads to its step. */
export function ProblemsPanel({ problems, view, onSelect, onClose }: ProblemsPanelProps) {
  return (
    <section aria-label="Problems" className="@container flex max-h-56 shrink-0 flex-col border-t bg-surface">
      <header className="flex items-center gap-2 border-b px-3 py-1">
        <h2 className="flex-1 font-semibold">{countInWords(problems)}</h2>
        <Button variant="quiet" size="icon" aria-label="Close the problems" onClick={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      {problems.length === 0 ? (
        <p className="flex items-center gap-2 px-3 py-4 text-ink-faint">
          <CircleCheck className="size-4 text-completed" aria-hidden />
          Nothing stands in the way of publishing.
        </p>
      ) : (
        <ul className="min-h-0 overflow-y-auto p-1">
          {inOrder(problems).map((problem, index) => {
            const { icon: Icon, colour, word } = PROBLEM_LOOK[problem.severity];
            const step = view.byId.get(problem.nodeId ?? '');
            return (
              <li key={index}>
                <button
                  type="button"
                  onClick={() => onSelect(step?.id ?? null)}
                  className="flex w-full items-start gap-2 rounded-md px-2 py-1.5 text-left transition-colors hover:bg-hover focus-visible:-outline-offset-2"
                >
                  <Icon className={`mt-0.5 size-4 shrink-0 ${colour}`} role="img" aria-label={word} />
                  <span className="w-40 shrink-0 truncate text-ink-soft">
                    {step ? step.name : 'The workflow'}
                  </span>
                  <span className="min-w-0 flex-1 wrap-anywhere">{problem.message}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
