import type { InspectorProps } from '@/features/editor/inspector/inspector';
import type { StepType } from '@/lib/api-types';
import type { WorkflowNode } from '@/lib/definition';

export interface TabProps extends InspectorProps {
  node: WorkflowNode;
  /** Missing when the catalogue does not know it. */
  type: StepType | undefined;
  onNode: (next: Partial<WorkflowNode>, label: string) => void;
}
