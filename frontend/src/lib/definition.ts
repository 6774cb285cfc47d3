/** A workflow's definition, in the types of its JSON Schema. */
export type {
  Edge as WorkflowEdge,
  Node as WorkflowNode,
  Note as WorkflowNote,
  Trigger,
  WorkflowDefinition,
} from '@/generated/workflow-definition';
