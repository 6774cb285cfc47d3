// Generated from contracts/schema/workflow-definition.schema.json by "npm run contracts:generate". Do not edit.

/**
 * JSON Schema of the execution's input; left out, anything is accepted.
 */
export type JsonSchema = Record<string, unknown>;
/**
 * What starts an execution.
 */
export type Trigger = EventTrigger | ScheduleTrigger | WebhookTrigger;
/**
 * A name used in expressions and edges: letters, digits, _ and -, starting with a letter.
 */
export type Id = string;
/**
 * A step type of the catalogue.
 */
export type StepType = string;
/**
 * The step type's settings; any string in it may hold {{ expressions }}.
 */
export type Config = Record<string, unknown>;
/**
 * When a step with several incoming edges runs: once all are decided and one is taken (ALL, the default), at the first taken one (ANY), or at the n-th.
 */
export type Join =
  | ('ALL' | 'ANY')
  | {
      atLeast: number;
    };
/**
 * A string with JSONata expressions in {{ }}.
 */
export type Expression = string;

/**
 * One workflow as a document: what it takes, what starts it, its steps and how they hang together.
 */
export interface WorkflowDefinition {
  /**
   * Version of the workflow language.
   */
  specVersion: '1';
  input?: JsonSchema;
  /**
   * What starts an execution besides a person or the API.
   *
   * @maxItems 50
   */
  triggers?: Trigger[];
  /**
   * The steps.
   *
   * @maxItems 2000
   */
  nodes: Node[];
  /**
   * What follows what.
   *
   * @maxItems 10000
   */
  edges: Edge[];
  /**
   * What people wrote on the canvas beside the steps; an execution does not see it.
   *
   * @maxItems 200
   */
  notes?: Note[];
  settings?: Settings;
}
/**
 * Starts an execution for each event of a type.
 */
export interface EventTrigger {
  id: Id;
  type: 'event';
  /**
   * The CloudEvent type.
   */
  eventType: string;
  /**
   * Must be true for the event to count; sees input (the event's data) and event (its attributes).
   */
  filter?: string;
}
/**
 * Starts an execution at set times: by cron, or every so often.
 */
export interface ScheduleTrigger {
  id: Id;
  type: 'schedule';
  /**
   * Five fields: minute, hour, day of the month, month, day of the week. Or six, with the second first.
   */
  cron?: string;
  /**
   * The interval, at least a minute.
   */
  every?: string;
  /**
   * The zone of the cron fields, such as America/Toronto; by default the dealership's.
   */
  timeZone?: string;
  /**
   * What to do about times that were missed: nothing, one execution for the last of them (the default), or one for each.
   */
  catchUp?: 'NONE' | 'LATEST' | 'ALL';
  /**
   * Leaves out holidays and the days on which no department is open.
   */
  businessDays?: boolean;
  /**
   * The execution's input. If it is an object or left out, plannedAt is added: the time for which it was started.
   */
  input?: unknown;
}
/**
 * Starts an execution for each HTTP request to the trigger's own address.
 */
export interface WebhookTrigger {
  id: Id;
  type: 'webhook';
  /**
   * How requests are proven to come from the sender: an HMAC-SHA-256 of the body in hexadecimal. With a timestamp, of the timestamp, a dot and the body.
   */
  signature?: {
    /**
     * The request header that carries it.
     */
    header: string;
    /**
     * Name of the credential that holds the secret that both sides know.
     */
    secret: string;
    /**
     * The request header with the time of sending, in seconds since 1970. With it a request counts once, and only for a short time.
     */
    timestampHeader?: string;
    /**
     * How old a timestamp may be; five minutes unless given.
     */
    tolerance?: string;
  };
  /**
   * How requests are proven to come from the sender, if it cannot sign: a token in a header.
   */
  token?: {
    /**
     * The request header that carries it; not Authorization, which is for people.
     */
    header: string;
    /**
     * Name of the credential that holds the token.
     */
    secret: string;
  };
  /**
   * Makes the input of the request; sees request (method, headers, query, body). The body is the input unless given.
   */
  mapping?: string;
  /**
   * What names the request for the sender, such as {{ request.body.eventId }}: the same value starts one execution.
   */
  idempotencyKey?: string;
  /**
   * Must be true for the request to count; sees input and request.
   */
  filter?: string;
  /**
   * What the sender is told: at once that it was accepted, or the workflow's result after at most 30 seconds. At once unless given.
   */
  answer?: 'ACCEPTED' | 'RESULT';
}
/**
 * One step.
 */
export interface Node {
  id: Id;
  type: StepType;
  /**
   * What people see.
   */
  name?: string;
  /**
   * What the step is for.
   */
  description?: string;
  /**
   * A name used in expressions and edges: letters, digits, _ and -, starting with a letter.
   */
  parent?: string;
  config?: Config;
  retry?: Retry;
  /**
   * How long one attempt may take.
   */
  timeout?: string;
  join?: Join;
  /**
   * Once the join is decided, cancel what only leads here.
   */
  cancelOthers?: boolean;
  /**
   * When the attempts are used up and no error edge takes it: fail (the default), or go on with a null output.
   */
  onError?: 'FAIL' | 'CONTINUE';
  compensation?: Compensation;
  position?: Position;
  /**
   * A note for whoever edits the workflow.
   */
  note?: string;
}
/**
 * How failed attempts are repeated.
 */
export interface Retry {
  /**
   * All attempts, the first included; 3 by default.
   */
  maxAttempts?: number;
  /**
   * The wait after the first attempt; PT1S by default.
   */
  initialInterval?: string;
  /**
   * What each further wait is multiplied by; 2 by default.
   */
  multiplier?: number;
  /**
   * No wait is longer; PT1M by default.
   */
  maxInterval?: string;
}
/**
 * The step that undoes this one when the execution fails or is cancelled after it completed.
 */
export interface Compensation {
  type: StepType;
  config?: Config;
  retry?: Retry;
}
/**
 * Where the editor draws the step or note.
 */
export interface Position {
  x: number;
  y: number;
  /**
   * How wide the editor draws a container or note; a container is as wide as its steps need unless given.
   */
  width?: number;
  /**
   * How high the editor draws a container or note.
   */
  height?: number;
}
/**
 * From a handle of one step to another step.
 */
export interface Edge {
  /**
   * A name used in expressions and edges: letters, digits, _ and -, starting with a letter.
   */
  source: string;
  /**
   * The handle that it starts from; out by default.
   */
  sourceHandle?: string;
  /**
   * A name used in expressions and edges: letters, digits, _ and -, starting with a letter.
   */
  target: string;
}
/**
 * A text that stands free on the canvas.
 */
export interface Note {
  /**
   * A name used in expressions and edges: letters, digits, _ and -, starting with a letter.
   */
  id: string;
  /**
   * Plain text, with line breaks.
   */
  text: string;
  position: Position;
  /**
   * The colour of its paper; yellow by default.
   */
  colour?: 'YELLOW' | 'BLUE' | 'GREEN' | 'PINK';
}
/**
 * What holds for the whole execution.
 */
export interface Settings {
  /**
   * How long an execution may take in all.
   */
  timeout?: string;
  /**
   * How many executions with the same key may go on at once.
   */
  concurrency?: {
    /**
     * An expression over input; left out, all executions of the workflow count together.
     */
    key?: string;
    limit: number;
    /**
     * One too many waits (the default), is skipped, or takes the place of the oldest.
     */
    policy?: 'QUEUE' | 'SKIP' | 'CANCEL_RUNNING';
  };
  /**
   * Names under which executions are found, each an expression over input.
   */
  businessKeys?: {
    [k: string]: Expression;
  };
}
