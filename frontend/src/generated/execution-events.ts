// Generated from contracts/schema/event/execution-events.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * One thing that happened.
 */
export type ExecutionEvent =
  | Queued
  | Started
  | StepStarted
  | StepFailed
  | RetryScheduled
  | Waiting
  | Running
  | StepSucceeded
  | StepSkipped
  | StepCancelled
  | Compensating
  | Completed
  | Failed
  | Cancelled
  | StepWaiting
  | StepDeferred
  | IterationStarted
  | IterationFinished
  | CompensationRecorded
  | StepCompensating
  | StepKept
  | Paused
  | Resumed
  | Moved;

/**
 * What happened to one execution in one batch of the engine, in order.
 */
export interface ExecutionEvents {
  /**
   * The execution.
   */
  executionId: string;
  /**
   * The workflow.
   */
  workflowId: string;
  /**
   * The version.
   */
  workflowVersion: number;
  /**
   * The correlation id.
   */
  correlationId: string;
  /**
   * What happened.
   *
   * @minItems 1
   */
  events: [ExecutionEvent, ...ExecutionEvent[]];
}
/**
 * The execution exists and is pinned to a version, but may not start before its gate admits it.
 */
export interface Queued {
  type: 'execution.queued';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The execution.
   */
  executionId: string;
  /**
   * The workflow.
   */
  workflowId: string;
  /**
   * The version.
   */
  workflowVersion: number;
  /**
   * Name.
   */
  workflowName: string;
  /**
   * The input.
   */
  input?: unknown;
  trigger: TriggerRef;
  /**
   * The correlation id.
   */
  correlationId: string;
  /**
   * The user's id.
   */
  startedBy?: string;
  event?: EventRef;
  origin?: Origin;
  businessKeys?: BusinessKeys;
  /**
   * The gate that it waits at.
   */
  gateKey: string;
}
/**
 * What started an execution.
 */
export interface TriggerRef {
  /**
   * How it was started.
   */
  kind: 'API' | 'EVENT' | 'SCHEDULE' | 'WEBHOOK' | 'CALL';
  /**
   * The trigger of the definition.
   */
  id?: string;
  /**
   * The CloudEvent's id.
   */
  eventId?: string;
  /**
   * The CloudEvent's type.
   */
  eventType?: string;
}
/**
 * The attributes of a CloudEvent.
 */
export interface EventRef {
  /**
   * Id.
   */
  id: string;
  /**
   * Source.
   */
  source: string;
  /**
   * Type.
   */
  type: string;
  /**
   * Subject.
   */
  subject?: string;
  /**
   * Time.
   */
  time?: string;
  /**
   * Extension attributes.
   */
  extensions?: {
    [k: string]: string;
  };
}
/**
 * The other execution that an execution comes from.
 */
export interface Origin {
  /**
   * The step run that called it and waits for its end.
   */
  caller?: {
    /**
     * The calling execution.
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
     * How many executions call each other above it.
     */
    depth: number;
  };
  /**
   * The execution that it runs again.
   */
  rerun?: {
    /**
     * The earlier execution.
     */
    executionId: string;
    /**
     * The node it begins with; left out, it begins at the top.
     */
    fromNode?: string;
  };
}
/**
 * Names and values under which people find the execution.
 */
export interface BusinessKeys {
  [k: string]: string;
}
/**
 * The execution goes on from here; unless it was queued, it exists from here on too.
 */
export interface Started {
  type: 'execution.started';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The execution.
   */
  executionId: string;
  /**
   * The workflow.
   */
  workflowId: string;
  /**
   * The version.
   */
  workflowVersion: number;
  /**
   * Name.
   */
  workflowName: string;
  /**
   * The input.
   */
  input?: unknown;
  trigger: TriggerRef;
  /**
   * The correlation id.
   */
  correlationId: string;
  /**
   * The user's id.
   */
  startedBy?: string;
  event?: EventRef;
  origin?: Origin;
  businessKeys?: BusinessKeys;
  /**
   * When it is given up.
   */
  deadline?: string;
}
/**
 * An attempt began.
 */
export interface StepStarted {
  type: 'step.started';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The node.
   */
  nodeId: string;
  /**
   * The step type.
   */
  stepType: string;
  /**
   * The attempt, from 1.
   */
  attempt: number;
  /**
   * The config, resolved.
   */
  input?: unknown;
  /**
   * When it is given up.
   */
  deadline?: string;
  /**
   * The step run of the container around it.
   */
  parent?: string;
}
/**
 * An attempt failed.
 */
export interface StepFailed {
  type: 'step.failed';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The node.
   */
  nodeId: string;
  /**
   * The step type.
   */
  stepType: string;
  /**
   * The attempt, from 1.
   */
  attempt: number;
  error: StepError;
  /**
   * The handles fired.
   */
  handles: string[];
  /**
   * When it began.
   */
  startedAt: string;
  /**
   * When it ended.
   */
  finishedAt: string;
  /**
   * The process that ran it.
   */
  worker: string;
  usage?: Usage;
}
/**
 * Why an attempt failed.
 */
export interface StepError {
  /**
   * Such as ai.rate-limited.
   */
  code: string;
  /**
   * A sentence.
   */
  message: string;
  /**
   * Whether another attempt may go better.
   */
  retryable: boolean;
  /**
   * The shortest wait that the other side asked for.
   */
  retryAfter?: string;
  /**
   * More about it.
   */
  details?: unknown;
}
/**
 * What an attempt used of a model.
 */
export interface Usage {
  /**
   * The model.
   */
  model?: string;
  /**
   * Tokens in.
   */
  promptTokens: number;
  /**
   * Tokens out.
   */
  completionTokens: number;
  /**
   * In US dollars.
   */
  cost?: number;
}
/**
 * Another attempt will follow.
 */
export interface RetryScheduled {
  type: 'step.retry-scheduled';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The node.
   */
  nodeId: string;
  /**
   * The attempt.
   */
  nextAttempt: number;
  /**
   * When.
   */
  dueAt: string;
}
/**
 * Nothing is running.
 */
export interface Waiting {
  type: 'execution.waiting';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
}
/**
 * Something is running again.
 */
export interface Running {
  type: 'execution.running';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
}
/**
 * A step run is finished.
 */
export interface StepSucceeded {
  type: 'step.completed';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The node.
   */
  nodeId: string;
  /**
   * The step type.
   */
  stepType: string;
  /**
   * The attempt, from 1.
   */
  attempt: number;
  /**
   * The output.
   */
  output?: unknown;
  /**
   * The handles fired.
   */
  handles: string[];
  /**
   * When it began.
   */
  startedAt: string;
  /**
   * When it ended.
   */
  finishedAt: string;
  /**
   * The process that ran it.
   */
  worker: string;
  usage?: Usage;
  /**
   * How the engine came to its decision.
   */
  explanation?: unknown;
}
/**
 * No way led here.
 */
export interface StepSkipped {
  type: 'step.skipped';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The node.
   */
  nodeId: string;
  /**
   * The step run of the container around it.
   */
  parent?: string;
}
/**
 * A step run was cancelled.
 */
export interface StepCancelled {
  type: 'step.cancelled';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The node.
   */
  nodeId: string;
}
/**
 * What completed steps did is being undone.
 */
export interface Compensating {
  type: 'execution.compensating';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  error?: {
    /**
     * Code.
     */
    code: string;
    /**
     * A sentence.
     */
    message: string;
    /**
     * Whose error it was.
     */
    nodeId?: string;
  };
  /**
   * Why.
   */
  reason?: string;
  /**
   * The user's id.
   */
  by?: string;
}
/**
 * The end: completed.
 */
export interface Completed {
  type: 'execution.completed';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The output.
   */
  output?: unknown;
}
/**
 * The end: failed.
 */
export interface Failed {
  type: 'execution.failed';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  error: {
    /**
     * Code.
     */
    code: string;
    /**
     * A sentence.
     */
    message: string;
    /**
     * Whose error it was.
     */
    nodeId?: string;
  };
}
/**
 * The end: cancelled.
 */
export interface Cancelled {
  type: 'execution.cancelled';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * Why.
   */
  reason?: string;
  /**
   * The user's id.
   */
  by?: string;
}
/**
 * A step waits for a time, an event or a person; no worker is busy with it.
 */
export interface StepWaiting {
  type: 'step.waiting';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The node.
   */
  nodeId: string;
  /**
   * When the wait ends by itself.
   */
  until?: string;
}
/**
 * A worker has put its attempt off.
 */
export interface StepDeferred {
  type: 'step.deferred';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The node.
   */
  nodeId: string;
  /**
   * When the worker takes it up again.
   */
  until: string;
  /**
   * When the attempt is given up.
   */
  deadline: string;
  /**
   * Why: a sentence for people.
   */
  reason?: string;
}
/**
 * A loop began another iteration.
 */
export interface IterationStarted {
  type: 'step.iteration-started';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The node.
   */
  nodeId: string;
  /**
   * The iteration, from 0.
   */
  index: number;
}
/**
 * Every step of an iteration is decided.
 */
export interface IterationFinished {
  type: 'step.iteration-finished';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The node.
   */
  nodeId: string;
  /**
   * The iteration, from 0.
   */
  index: number;
  /**
   * What the iteration gave.
   */
  output?: unknown;
  /**
   * When the next iteration may begin.
   */
  nextAt?: string;
}
/**
 * A step has completed and can be undone.
 */
export interface CompensationRecorded {
  type: 'step.compensation-recorded';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The node.
   */
  nodeId: string;
  /**
   * The config of what would undo it, resolved; missing if its expressions failed.
   */
  config?: unknown;
  /**
   * The step run of the container around it.
   */
  container?: string;
}
/**
 * A container that failed undoes what was done inside before its error is taken.
 */
export interface StepCompensating {
  type: 'step.compensating';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The node.
   */
  nodeId: string;
  error: StepError;
}
/**
 * The result of an earlier execution counts for this one.
 */
export interface StepKept {
  type: 'step.kept';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The node.
   */
  nodeId: string;
  /**
   * The step type.
   */
  stepType: string;
  /**
   * How it had ended.
   */
  status: 'COMPLETED' | 'FAILED' | 'SKIPPED';
  /**
   * The output.
   */
  output?: unknown;
  error?: StepError;
  /**
   * The handles fired.
   */
  handles: string[];
  /**
   * When it began.
   */
  startedAt: string;
  /**
   * When it ended.
   */
  finishedAt: string;
}
/**
 * It goes on no further until it is resumed; what comes in is recorded.
 */
export interface Paused {
  type: 'execution.paused';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The user's id.
   */
  by?: string;
}
/**
 * It goes on; its timeout stood still meanwhile.
 */
export interface Resumed {
  type: 'execution.resumed';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The user's id.
   */
  by?: string;
  /**
   * When it is given up.
   */
  deadline?: string;
}
/**
 * It goes on with another version of its workflow.
 */
export interface Moved {
  type: 'execution.moved';
  /**
   * Counts the execution's events from 1.
   */
  sequence: number;
  /**
   * When.
   */
  at: string;
  /**
   * The version.
   */
  workflowVersion: number;
  /**
   * The user's id.
   */
  by?: string;
}
