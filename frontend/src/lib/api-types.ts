import type { WorkflowDefinition } from '@/lib/definition';
import type { JsonObject, JsonValue } from '@/lib/json';

/** The shapes that the REST API answers with; times are ISO-8601 in UTC. */

export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}

export type Role = 'ADMIN' | 'BUILDER' | 'OPERATOR' | 'APPROVER' | 'VIEWER';

export interface User {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  isActive: boolean;
  mustChangePassword: boolean;
}

export interface SignedIn {
  accessToken: string;
  /** Seconds until the access token ends. */
  expiresIn: number;
  user: User;
}

export type WorkflowStatus = 'DRAFT' | 'PUBLISHED' | 'PAUSED' | 'ARCHIVED';
export type Category = 'SALES' | 'SERVICE' | 'PARTS' | 'FINANCE' | 'SYSTEM' | 'OTHER';

export interface TriggerSummary {
  id: string;
  type: string;
  eventType?: string | null;
}

/** A schedule in force; while it is paused, `next` is empty. */
export interface Schedule {
  workflowId: string;
  workflowName: string;
  version: number;
  triggerId: string;
  cron?: string | null;
  every?: string | null;
  timeZone: string;
  catchUp: 'NONE' | 'LATEST' | 'ALL';
  businessDays: boolean;
  paused: boolean;
  lastRun?: { plannedAt: string; startedAt: string; executionId: string } | null;
  next: string[];
}

/** The version of a template that a workflow was made of. */
export interface TemplateRef {
  slug: string;
  version: number;
}

export interface WorkflowSummary {
  id: string;
  name: string;
  description?: string | null;
  category?: Category | null;
  status: WorkflowStatus;
  publishedVersion?: number | null;
  revision: number;
  triggers: TriggerSummary[];
  problemCount: number;
  template?: TemplateRef | null;
  createdAt: string;
  updatedAt: string;
  updatedBy?: string | null;
}

export type Severity = 'ERROR' | 'WARNING' | 'HINT';

export interface WorkflowProblem {
  severity: Severity;
  code: string;
  nodeId?: string | null;
  pointer?: string | null;
  message: string;
}

export interface Workflow extends WorkflowSummary {
  definition: WorkflowDefinition;
  problems: WorkflowProblem[];
}

export interface PublishedVersion {
  workflowId: string;
  version: number;
  publishedAt: string;
  publishedBy?: string | null;
  note?: string | null;
}

export interface StepType {
  type: string;
  category: string;
  title: string;
  description: string;
  icon: string;
  worker: string;
  configSchema: JsonObject;
  outputSchema: JsonObject;
  handles: string[];
  dynamicHandles?: string | null;
  available: boolean;
  /** A config that shows what the type is for. */
  example?: JsonValue;
}

/** A kind of event that other systems send and workflows may be started by. */
export interface EventType {
  type: string;
  title: string;
  category: string;
  topic: string;
  description: string;
  /** Whether the dealer registered it. */
  own: boolean;
  schema: JsonObject;
  example: JsonObject;
}

/** A trigger of a published workflow. */
export interface ActiveTrigger {
  workflowId: string;
  workflowName: string;
  triggerId: string;
  type: string;
  eventType?: string | null;
  active: boolean;
}

export interface EventsTaken {
  accepted: number;
  refused: number;
}

export type ExecutionStatus =
  'PENDING' | 'RUNNING' | 'WAITING' | 'COMPENSATING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';

export type TriggerKind = 'API' | 'EVENT' | 'SCHEDULE' | 'WEBHOOK' | 'CALL';

export interface ExecutionError {
  code: string;
  message: string;
  nodeId?: string | null;
}

/** Another execution, and the step of it that matters. */
export interface ExecutionLink {
  executionId: string;
  step?: string | null;
}

export interface ExecutionSummary {
  id: string;
  workflowId: string;
  workflowName: string;
  workflowVersion: number;
  status: ExecutionStatus;
  trigger: { kind: TriggerKind; id?: string | null; eventId?: string | null; eventType?: string | null };
  correlationId: string;
  startedAt: string;
  finishedAt?: string | null;
  durationMs?: number | null;
  /** Whether it goes on no further until it is resumed. */
  paused: boolean;
  /** The step run of another execution that waits for its end. */
  calledBy?: ExecutionLink | null;
  /** The execution that it runs again, and the step from which; without one it is the whole. */
  rerunOf?: ExecutionLink | null;
  error?: ExecutionError | null;
  /** Names and values under which people find it. */
  businessKeys?: Record<string, string> | null;
}

export interface Execution extends ExecutionSummary {
  input?: JsonValue;
  output?: JsonValue;
  startedBy?: string | null;
}

export type StepStatus =
  'RUNNING' | 'WAITING' | 'COMPENSATING' | 'COMPLETED' | 'FAILED' | 'RETRYING' | 'SKIPPED' | 'CANCELLED';

export interface StepError {
  code: string;
  message: string;
  retryable?: boolean;
  details?: JsonValue;
}

export interface Usage {
  model?: string | null;
  promptTokens: number;
  completionTokens: number;
  cost?: number | null;
}

/** One attempt of one step run. */
/** One attempt of a step run. In the list of attempts what went in and came out is left out. */
export interface StepLog {
  id: string;
  stepRunId: string;
  nodeId: string;
  nodeName?: string | null;
  stepType: string;
  attempt: number;
  status: StepStatus;
  input?: JsonValue;
  output?: JsonValue;
  error?: StepError | null;
  handles?: string[] | null;
  worker?: string | null;
  startedAt?: string | null;
  finishedAt?: string | null;
  durationMs?: number | null;
  usage?: Usage | null;
  /** Of a deciding step: the condition and the value that it had. */
  explanation?: JsonValue;
  /** In the list of attempts: whether an AI step answered by something less than what was asked for. */
  degraded?: boolean;
}

/** A line that a service logged about an execution. */
export interface LogLine {
  id: string;
  at: string;
  service: string;
  level: 'INFO' | 'WARN' | 'ERROR';
  /** The class that wrote it. */
  logger: string;
  message: string;
  /** The stack trace. */
  exception?: string | null;
}

export type TaskState = 'OPEN' | 'DONE' | 'EXPIRED' | 'CANCELLED';
export type TaskOutcome = 'APPROVED' | 'REJECTED' | 'DONE';

/** What an execution asks of people. */
export interface Task {
  id: string;
  kind: 'APPROVAL' | 'TASK';
  state: TaskState;
  title: string;
  priority: 'LOW' | 'NORMAL' | 'HIGH';
  /** Whether it may be approved together with others. */
  bulk: boolean;
  hasForm: boolean;
  role: string;
  /** The e-mail address of the one who has got it. */
  assignee?: string | null;
  /** The role that may answer too by now. */
  escalatedTo?: string | null;
  claim?: { by: string; name: string; at: string } | null;
  executionId: string;
  stepRunId: string;
  workflowId: string;
  workflowName: string;
  openedAt: string;
  dueAt?: string | null;
  expiresAt?: string | null;
  remindedAt?: string | null;
  escalatedAt?: string | null;
  closing?: {
    at: string;
    outcome?: TaskOutcome | null;
    comment?: string | null;
    by?: string | null;
    name?: string | null;
  } | null;
}

export interface TaskDetail {
  task: Task;
  instructions?: string | null;
  context?: JsonValue;
  form?: JsonObject | null;
  answer?: JsonValue;
  /** Whether the reader may decide about it. */
  mayAct: boolean;
}

/** Somebody who may sign in, as all may know them. */
export interface Colleague {
  email: string;
  name: string;
  /** The departments and positions that tasks are given to. */
  groups: string[];
}

export interface TaskCounts {
  mine: number;
  claimed: number;
  overdue: number;
  all: number;
}

export interface TaskDecision {
  /** Made by the sender, so that the same decision can be sent again. */
  id: string;
  outcome: TaskOutcome;
  comment?: string;
  answer?: JsonValue;
}

export interface TaskDecisionResult {
  id: string;
  isDecided: boolean;
  message?: string | null;
}

export interface PinnedDefinition {
  workflowId: string;
  version: number;
  name: string;
  definition: WorkflowDefinition;
}

export interface StartedExecution {
  id: string;
  status: ExecutionStatus;
  href: string;
}

export type MessageState =
  'DEFERRED' | 'REFUSED' | 'SENDING' | 'OUTBOX' | 'SENT' | 'DELIVERED' | 'FAILED' | 'BOUNCED' | 'CANCELLED';

export type MessageChannel = 'SMS' | 'EMAIL';

interface MessageFacts {
  id: string;
  executionId: string;
  nodeId: string;
  channel: MessageChannel;
  purpose: 'TRANSACTIONAL' | 'MARKETING';
  to: string;
  subject?: string | null;
  state: MessageState;
  reason: string;
  deferredUntil?: string | null;
  createdAt: string;
  sentAt?: string | null;
}

export interface MessageSummary extends MessageFacts {
  preview: string;
}

export interface Message extends MessageFacts {
  text: string;
  html?: string | null;
  copies?: string | null;
  personId?: string | null;
  code?: string | null;
  provider?: string | null;
  segments?: number | null;
}

export type LeadQuality = 'CLEAN' | 'REPAIRED' | 'DEGRADED' | 'UNREADABLE';

export interface LeadSummary {
  id: string;
  receivedAt: string;
  channel: 'ADF_EMAIL' | 'ADF_HTTP' | 'FORM';
  dealerId: string;
  quality: LeadQuality;
  because?: string;
  leadType?: string;
  title: string;
  vehicle: string;
  repeats: number;
  repairs: string[];
}

export interface LeadRemark {
  code: string;
  message: string;
}

export interface LeadDetail {
  summary: LeadSummary;
  repairs: LeadRemark[];
  notes: LeadRemark[];
  lead?: JsonValue;
  contentType: string;
  documentBytes: number;
  document: string;
  documentHref: string;
}
