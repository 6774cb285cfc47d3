import type { StepData } from '@/features/editor/canvas/elements';
import { blockingProblems } from '@/components/publish/publication';
import type { Severity, WorkflowProblem } from '@/lib/api-types';
import { plural } from '@/lib/format/words';

const WEIGHT: Record<Severity, number> = { ERROR: 0, WARNING: 1, HINT: 2 };

/** The gravest problem of each step, and how many there are. */
export function problemsByStep(problems: WorkflowProblem[]): Map<string, NonNullable<StepData['problem']>> {
  const found = new Map<string, NonNullable<StepData['problem']>>();
  for (const { nodeId, severity, message } of problems) {
    if (!nodeId) continue;
    const known = found.get(nodeId);
    const isGraver = !known || WEIGHT[severity] < WEIGHT[known.severity];
    found.set(nodeId, {
      severity: isGraver ? severity : known.severity,
      text: isGraver ? message : known.text,
      count: (known?.count ?? 0) + 1,
    });
  }
  return found;
}

/** The gravest first, otherwise as the server found them. */
export function inOrder(problems: WorkflowProblem[]): WorkflowProblem[] {
  return [...problems].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

/** "2 problems, 1 hint": what keeps the draft from being published is a problem, everything else a hint. */
export function countInWords(problems: WorkflowProblem[]): string {
  const errors = blockingProblems(problems).length;
  const hints = problems.length - errors;
  const parts = [
    ...(errors > 0 ? [plural(errors, 'problem')] : []),
    ...(hints > 0 ? [plural(hints, 'hint')] : []),
  ];
  return parts.length === 0 ? 'No problems' : parts.join(', ');
}
