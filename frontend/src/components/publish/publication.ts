import type { WorkflowProblem } from '@/lib/api-types';
import type { WorkflowDefinition } from '@/lib/definition';
import type { Violation } from '@/lib/violation';

/** A warning or a hint does not keep a workflow from being published. */
export function blockingProblems(problems: WorkflowProblem[]): WorkflowProblem[] {
  return problems.filter((problem) => problem.severity === 'ERROR');
}

/** A refused publication's violations as the problems of the steps that their pointers lead to. */
export function problemsOf(violations: Violation[], definition: WorkflowDefinition): WorkflowProblem[] {
  return violations.map(({ pointer, code, message }) => {
    const index = /^(?:\/definition)?\/nodes\/(\d+)/.exec(pointer)?.[1];
    const nodeId = index === undefined ? null : (definition.nodes[Number(index)]?.id ?? null);
    return { severity: 'ERROR', code, nodeId, pointer, message };
  });
}
