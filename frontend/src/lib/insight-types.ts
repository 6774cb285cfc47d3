import type { ExecutionSummary, StepStatus } from '@/lib/api-types';

/** How many executions ended, by how. */
export interface Ended {
  completed: number;
  failed: number;
  cancelled: number;
}

/** Within which time half of the executions ended, and 95 of 100; null if none did. */
export interface Took {
  p50Ms: number | null;
  p95Ms: number | null;
}

/** How long executions had waited when they began; null if none did. */
export interface Queue {
  averageMs: number | null;
  maxMs: number | null;
}

/** What AI steps used; the cost is in US dollars. */
export interface ModelUse {
  calls: number;
  promptTokens: number;
  completionTokens: number;
  cost: number;
}

export interface Totals {
  ended: Ended;
  took: Took;
  queue: Queue;
  leads: { received: number; answered: number; medianMs: number | null };
  models: ModelUse;
}

/** One hour or day. */
export interface DashboardPart {
  at: string;
  end: string;
  ended: Ended;
  took: Took;
  queue: Queue;
}

export interface WorkflowLine {
  id: string;
  name?: string | null;
  ended: Ended;
  took: Took;
  maxMs: number;
}

export interface StepLine {
  workflowId: string;
  workflowName?: string | null;
  nodeId: string;
  nodeName?: string | null;
  attempts: number;
  failed: number;
  averageMs: number;
  maxMs: number;
}

export interface ModelLine {
  workflowId: string;
  workflowName?: string | null;
  model: string;
  use: ModelUse;
}

/** Executions that failed for one cause. */
export interface ErrorGroup {
  workflowId: string;
  workflowName: string;
  nodeId?: string | null;
  nodeName?: string | null;
  code: string;
  /** What the last of them said. */
  message: string;
  count: number;
  firstSeen: string;
  lastSeen: string;
  lastExecutionId: string;
}

export interface Dashboard {
  from: string;
  to: string;
  zone: string;
  bucket: 'HOUR' | 'DAY';
  totals: Totals;
  /** Of the range of the same length before. */
  before: Totals;
  parts: DashboardPart[];
  workflows: WorkflowLine[];
  slowestSteps: StepLine[];
  failingSteps: StepLine[];
  models: ModelLine[];
  errors: ErrorGroup[];
}

/** One attempt of a step, without what went in and came out. */
export interface JourneyStep {
  stepRunId: string;
  nodeId: string;
  nodeName?: string | null;
  stepType: string;
  attempt: number;
  status: StepStatus;
  startedAt?: string | null;
  finishedAt?: string | null;
  error?: string | null;
}

/** One execution that touched what is followed. */
export interface JourneyLeg extends ExecutionSummary {
  steps: JourneyStep[];
}
