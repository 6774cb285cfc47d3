// Generated from contracts/schema/event/step-cancelled.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * The engine no longer wants a step run's result.
 */
export interface StepCancelled {
  /**
   * The execution.
   */
  executionId: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
}
