import type { JsonObject } from '@/lib/json';

/** A workflow's definition as the canvas and the forms read it. */
export interface WorkflowDefinition {
  specVersion: string;
  input?: JsonObject | null;
  triggers?: Trigger[];
  nodes: WorkflowNode[];
  edges?: WorkflowEdge[];
}

export interface Trigger {
  id: string;
  type: string;
  eventType?: string | null;
  cron?: string | null;
  every?: string | null;
  filter?: string | null;
}

export interface WorkflowNode {
  id: string;
  type: string;
  name?: string | null;
  description?: string | null;
  parent?: string | null;
  config?: JsonObject;
  position?: { x: number; y: number } | null;
}

export interface WorkflowEdge {
  source: string;
  sourceHandle?: string | null;
  target: string;
}
