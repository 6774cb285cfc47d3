// Generated from contracts/schema/event/step-requested.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * The engine asks a worker for one attempt of a step.
 */
export interface StepRequested {
  /**
   * The execution.
   */
  executionId: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The attempt, from 1.
   */
  attempt: number;
  /**
   * The step type.
   */
  type: string;
  /**
   * The config with its expressions resolved; secrets as references.
   */
  config: Record<string, unknown>;
  /**
   * When the engine gives the attempt up.
   */
  deadline: string;
  /**
   * The same for every attempt of a step run.
   */
  idempotencyKey: string;
  /**
   * The correlation id.
   */
  correlationId: string;
  /**
   * The workflow.
   */
  workflowId: string;
  /**
   * The version.
   */
  workflowVersion: number;
  /**
   * The node.
   */
  nodeId: string;
  /**
   * What the worker returned with CONTINUE.
   */
  state?: unknown;
}
