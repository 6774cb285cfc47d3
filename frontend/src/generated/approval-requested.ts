// Generated from contracts/schema/event/approval.requested.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * People are asked for an approval. What it is about stays with the task, behind a sign-in.
 */
export interface ApprovalRequested {
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
   * The department or position that is asked.
   */
  role: string;
  /**
   * The e-mail address of the one who is asked, if it is one person.
   */
  assignee?: string;
  /**
   * Its place in the list.
   */
  priority?: 'LOW' | 'NORMAL' | 'HIGH';
  /**
   * When it was asked.
   */
  requestedAt: string;
  /**
   * When it is overdue.
   */
  dueAt?: string;
  /**
   * When the step goes on without an answer.
   */
  expiresAt?: string;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
