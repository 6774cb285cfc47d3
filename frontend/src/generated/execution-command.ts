// Generated from contracts/schema/event/execution-command.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * What the engine is told to do.
 */
export type ExecutionCommand =
  | StartExecution
  | CancelExecution
  | PauseExecution
  | ResumeExecution
  | ReviveExecution
  | SignalStep
  | MoveExecution
  | AcquireSlot
  | AdmitExecution
  | ReleaseSlot
  | SubscribeToEvent
  | UnsubscribeFromEvent
  | EventArrived;

/**
 * Start an execution.
 */
export interface StartExecution {
  kind: 'START';
  /**
   * The command's id.
   */
  commandId: string;
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
  version?: number;
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
  /**
   * Whether somebody waits for it; left out, somebody does.
   */
  priority?: 'INTERACTIVE' | 'BULK';
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
 * Cancel an execution.
 */
export interface CancelExecution {
  kind: 'CANCEL';
  /**
   * The command's id.
   */
  commandId: string;
  /**
   * The execution.
   */
  executionId: string;
  /**
   * Why.
   */
  reason?: string;
  /**
   * The user's id.
   */
  requestedBy?: string;
}
/**
 * Request nothing new.
 */
export interface PauseExecution {
  kind: 'PAUSE';
  /**
   * The command's id.
   */
  commandId: string;
  /**
   * The execution.
   */
  executionId: string;
  /**
   * The user's id.
   */
  requestedBy?: string;
}
/**
 * Go on.
 */
export interface ResumeExecution {
  kind: 'RESUME';
  /**
   * The command's id.
   */
  commandId: string;
  /**
   * The execution.
   */
  executionId: string;
  /**
   * The user's id.
   */
  requestedBy?: string;
}
/**
 * Set again what the execution waits for: a check has found that something of it is missing.
 */
export interface ReviveExecution {
  kind: 'REVIVE';
  /**
   * The command's id.
   */
  commandId: string;
  /**
   * The execution.
   */
  executionId: string;
}
/**
 * End a step that waits.
 */
export interface SignalStep {
  kind: 'SIGNAL';
  /**
   * The command's id.
   */
  commandId: string;
  /**
   * The execution.
   */
  executionId: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The handle to fire.
   */
  handle?: string;
  /**
   * The step's output.
   */
  output?: unknown;
  /**
   * The user's id.
   */
  requestedBy?: string;
}
/**
 * Pin an execution to another version.
 */
export interface MoveExecution {
  kind: 'MOVE';
  /**
   * The command's id.
   */
  commandId: string;
  /**
   * The execution.
   */
  executionId: string;
  /**
   * The version.
   */
  version: number;
  /**
   * The user's id.
   */
  requestedBy?: string;
}
/**
 * Ask whether an execution may start.
 */
export interface AcquireSlot {
  kind: 'ACQUIRE';
  /**
   * The command's id.
   */
  commandId: string;
  /**
   * Workflow id, colon, value of the concurrency key.
   */
  gateKey: string;
  /**
   * The execution.
   */
  executionId: string;
  /**
   * How many at once.
   */
  limit: number;
  /**
   * What happens to one too many.
   */
  policy: 'QUEUE' | 'SKIP' | 'CANCEL_RUNNING';
  /**
   * Whether it queues behind interactive ones.
   */
  bulk: boolean;
}
/**
 * It is an execution's turn.
 */
export interface AdmitExecution {
  kind: 'ADMIT';
  /**
   * The command's id.
   */
  commandId: string;
  /**
   * The execution.
   */
  executionId: string;
  /**
   * Workflow id, colon, value of the concurrency key.
   */
  gateKey: string;
}
/**
 * An execution gives its slot back.
 */
export interface ReleaseSlot {
  kind: 'RELEASE';
  /**
   * The command's id.
   */
  commandId: string;
  /**
   * Workflow id, colon, value of the concurrency key.
   */
  gateKey: string;
  /**
   * The execution.
   */
  executionId: string;
}
/**
 * A step run waits for an event.
 */
export interface SubscribeToEvent {
  kind: 'SUBSCRIBE';
  /**
   * The command's id.
   */
  commandId: string;
  /**
   * Event type, expression and value, joined by colons.
   */
  correlationKey: string;
  /**
   * The execution.
   */
  executionId: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * Must be true for the event.
   */
  filter?: string;
  /**
   * How old the event may be.
   */
  lookback?: string;
  /**
   * When the wait ends.
   */
  until?: string;
}
/**
 * A step run waits no longer.
 */
export interface UnsubscribeFromEvent {
  kind: 'UNSUBSCRIBE';
  /**
   * The command's id.
   */
  commandId: string;
  /**
   * Event type, expression and value, joined by colons.
   */
  correlationKey: string;
  /**
   * The execution.
   */
  executionId: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
}
/**
 * An event came that somebody may wait for.
 */
export interface EventArrived {
  kind: 'EVENT_ARRIVED';
  /**
   * The command's id.
   */
  commandId: string;
  /**
   * Event type, expression and value, joined by colons.
   */
  correlationKey: string;
  event: EventRef;
  /**
   * The event's data.
   */
  data?: unknown;
  /**
   * How long it also counts for those who subscribe later; none is not at all.
   */
  keepFor?: string;
}
