/** A workflow's definition, in the types of its JSON Schema. */
export type {
  Edge as WorkflowEdge,
  Node as WorkflowNode,
  Trigger,
  WorkflowDefinition,
} from '@/generated/workflow-definition';
