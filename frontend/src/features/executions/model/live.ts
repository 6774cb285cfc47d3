import type { ExecutionStatus, StepError, StepLog, StepStatus, Usage } from '@/lib/api-types';
import { isObject, type JsonObject, type JsonValue } from '@/lib/json';

/** What the stream has told so far about one execution. */
export interface LiveView {
  status: ExecutionStatus | null;
  paused: boolean | null;
  /** Attempts by step run and attempt number. */
  logs: ReadonlyMap<string, StepLog>;
}

export const NOTHING_YET: LiveView = { status: null, paused: null, logs: new Map() };

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

/** The view after one more event; an event of an unknown type changes nothing. */
export function withEvent(view: LiveView, type: string, data: JsonValue): LiveView {
  const status = EXECUTION_STATUS[type];
  if (status !== undefined) return { ...view, status };
  const paused = PAUSED[type];
  if (paused !== undefined) return { ...view, paused };
  if (!isObject(data) || typeof data.stepRunId !== 'string') return view;
  if (type === 'step.retry-scheduled') return retrying(view, data.stepRunId);
  // A result that is kept says itself how it had ended.
  const stepStatus = type === 'step.kept' ? (data.status as StepStatus) : STEP_STATUS[type];
  return stepStatus === undefined ? view : withLog(view, logOf(view, stepStatus, data, data.stepRunId));
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
  const attempts = [...view.logs.values()].filter((log) => log.stepRunId === stepRunId);
  return attempts.sort((a, b) => a.attempt - b.attempt).at(-1);
}

/** The attempt that failed is the one that will be tried again. */
function retrying(view: LiveView, stepRunId: string): LiveView {
  const last = lastOf(view, stepRunId);
  return last ? withLog(view, { ...last, status: 'RETRYING' }) : view;
}

function withLog(view: LiveView, log: StepLog): LiveView {
  return { ...view, logs: new Map(view.logs).set(keyOf(log), log) };
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
  return [...merged.values()].sort((a, b) => startOf(a) - startOf(b));
}

const isGoingOn = (status: StepStatus) =>
  status === 'RUNNING' || status === 'WAITING' || status === 'COMPENSATING';

const startOf = (log: StepLog) => Date.parse(log.startedAt ?? log.finishedAt ?? '') || 0;

const keyOf = ({ stepRunId, attempt }: Pick<StepLog, 'stepRunId' | 'attempt'>) => `${stepRunId}#${attempt}`;

function textOf(value: JsonValue): string | null {
  return typeof value === 'string' ? value : null;
}
