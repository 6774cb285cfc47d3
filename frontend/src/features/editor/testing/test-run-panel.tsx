import type { NodeState } from '@/components/graph/model/states';
import type { WorkflowDefinition } from '@/lib/definition';

export type NodeRunState = NodeState;

interface TestRunPanelProps {
  workflowId: string;
  definition: WorkflowDefinition;
  onStates: (states: ReadonlyMap<string, NodeRunState>) => void;
}

/** Where the draft is tried. */
export function TestRunPanel(_: TestRunPanelProps) {
  return <p className="p-4 text-ink-faint">Publish the workflow, and run it from its page.</p>;
}
