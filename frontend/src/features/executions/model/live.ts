import type { ExecutionStatus, StepError, StepLog, StepStatus, Usage } from '@/lib/api-types';
import { isObject, type JsonObject, type JsonValue } from '@/lib/json';

/** What the stream has told so far about one execution. */
export interface LiveView {
  status: ExecutionStatus | null;
  paused: boolean | null;
  /** Attempts by step run and attempt number. */
  logs: ReadonlyMap<string, StepLog>;
  /** The number of the last attempt, by step run. */
  last: ReadonlyMap<string, number>;
}

export interface LiveEvent {
  type: string;
  data: JsonValue;
}

/** A view that is being brought up to date. */
interface Draft extends LiveView {
  logs: Map<string, StepLog>;
  last: Map<string, number>;
}

export const NOTHING_YET: LiveView = { status: null, paused: null, logs: new Map(), last: new Map() };

const EXECUTION_STATUS: Record<string, ExecutionStatus> = {
  'execution.queued': 'PENDING',
  'execution.started': 'RUNNING',
  'execution.running': 'RUNNING',
  'execution.waiting': 'WAITING',
  'execution.compensating': 'COMPENSATING',
  'execution.completed': 'COMPLETED',
  'execution.failed': 'FAILED',
  'execution.cancelled': 'CANCELLED',
};

const STEP_STATUS: Record<string, StepStatus> = {
  'step.started': 'RUNNING',
  'step.waiting': 'WAITING',
  'step.compensating': 'COMPENSATING',
  'step.completed': 'COMPLETED',
  'step.failed': 'FAILED',
  'step.skipped': 'SKIPPED',
  'step.cancelled': 'CANCELLED',
};

const PAUSED: Record<string, boolean> = { 'execution.paused': true, 'execution.resumed': false };

export function endsExecution(type: string): boolean {
  return ['execution.completed', 'execution.failed', 'execution.cancelled'].includes(type);
}

/** The view after some more events; an event of an unknown type changes nothing. */
export function withEvents(view: LiveView, events: readonly LiveEvent[]): LiveView {
  const draft: Draft = { ...view, logs: new Map(view.logs), last: new Map(view.last) };
  for (const event of events) take(draft, event);
  return draft;
}

function take(draft: Draft, { type, data }: LiveEvent): void {
  draft.status = EXECUTION_STATUS[type] ?? draft.status;
  draft.paused = PAUSED[type] ?? draft.paused;
  if (!isObject(data) || typeof data.stepRunId !== 'string') return;
  if (type === 'step.retry-scheduled') {
    retry(draft, data.stepRunId);
    return;
  }
  // A result that is kept says itself how it had ended.
  const stepStatus = type === 'step.kept' ? (data.status as StepStatus) : STEP_STATUS[type];
  if (stepStatus !== undefined) put(draft, logOf(draft, stepStatus, data, data.stepRunId));
}

function logOf(view: LiveView, status: StepStatus, data: JsonObject, stepRunId: string): StepLog {
  const attempt = typeof data.attempt === 'number' ? data.attempt : attemptOf(view, stepRunId);
  const before = view.logs.get(keyOf({ stepRunId, attempt }));
  const at = textOf(data.at);
  const goingOn = isGoingOn(status);
  const startedAt = textOf(data.startedAt) ?? before?.startedAt ?? (goingOn ? at : null);
  const finishedAt = goingOn ? null : (textOf(data.finishedAt) ?? at);
  return {
    id: before?.id ?? keyOf({ stepRunId, attempt }),
    stepRunId,
    nodeId: textOf(data.nodeId) ?? before?.nodeId ?? stepRunId.replace(/\[.*$/, ''),
    stepType: textOf(data.stepType) ?? before?.stepType ?? '',
    attempt,
    status,
    input: data.input ?? before?.input,
    output: data.output,
    error: isObject(data.error) ? (data.error as unknown as StepError) : null,
    handles: Array.isArray(data.handles) ? data.handles.filter((handle) => typeof handle === 'string') : null,
    worker: textOf(data.worker),
    startedAt,
    finishedAt,
    durationMs: startedAt && finishedAt ? Date.parse(finishedAt) - Date.parse(startedAt) : null,
    usage: isObject(data.usage) ? (data.usage as unknown as Usage) : null,
    explanation: data.explanation,
  };
}

/** The attempt that an event without a number is about, counted as the stored log does; 0 if there was none. */
function attemptOf(view: LiveView, stepRunId: string): number {
  const last = lastOf(view, stepRunId);
  if (!last) return 0;
  return last.status === 'RETRYING' ? last.attempt + 1 : last.attempt;
}

function lastOf(view: LiveView, stepRunId: string): StepLog | undefined {
  const attempt = view.last.get(stepRunId);
  return attempt === undefined ? undefined : view.logs.get(keyOf({ stepRunId, attempt }));
}

/** The attempt that failed is the one that will be tried again. */
function retry(draft: Draft, stepRunId: string): void {
  const last = lastOf(draft, stepRunId);
  if (last) put(draft, { ...last, status: 'RETRYING' });
}

function put(draft: Draft, log: StepLog): void {
  draft.logs.set(keyOf(log), log);
  draft.last.set(log.stepRunId, Math.max(log.attempt, draft.last.get(log.stepRunId) ?? 0));
}

/** The stored log brought up to date by the stream: a stored end is kept, all else is what came last. */
export function mergedLogs(stored: StepLog[], live: LiveView): StepLog[] {
  const merged = new Map(stored.map((log) => [keyOf(log), log]));
  for (const [key, log] of live.logs) {
    const known = merged.get(key);
    if (!known) merged.set(key, log);
    else if (isGoingOn(known.status))
      merged.set(key, { ...known, ...log, id: known.id, nodeName: known.nodeName });
  }
  return inOrder([...merged.values()]);
}

/** By their beginnings; a time is read once, since there may be thousands. */
function inOrder(logs: StepLog[]): StepLog[] {
  const timed = logs.map((log) => ({ log, start: startOf(log) }));
  return timed.sort((a, b) => a.start - b.start).map(({ log }) => log);
}

export const isGoingOn = (status: StepStatus) =>
  status === 'RUNNING' || status === 'WAITING' || status === 'COMPENSATING';

const startOf = (log: StepLog) => Date.parse(log.startedAt ?? log.finishedAt ?? '') || 0;

const keyOf = ({ stepRunId, attempt }: Pick<StepLog, 'stepRunId' | 'attempt'>) => `${stepRunId}#${attempt}`;

function textOf(value: JsonValue): string | null {
  return typeof value === 'string' ? value : null;
}
