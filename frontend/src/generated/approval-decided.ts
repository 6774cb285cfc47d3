// Generated from contracts/schema/event/approval.decided.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * Somebody has approved or rejected. The comment and what was filled in stay with the task, behind a sign-in.
 */
export interface ApprovalDecided {
  /**
   * The task's id, as in the inbox.
   */
  taskId: string;
  /**
   * The execution that waits for it.
   */
  executionId: string;
  /**
   * The workflow of that execution.
   */
  workflowId: string;
  /**
   * The step that waits for it.
   */
  stepRunId: string;
  /**
   * What was decided.
   */
  decision: 'APPROVED' | 'REJECTED';
  /**
   * The id of the person who has decided.
   */
  decidedBy?: string;
  /**
   * When.
   */
  decidedAt: string;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
