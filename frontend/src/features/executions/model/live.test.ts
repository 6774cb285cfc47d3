import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { endsExecution, mergedLogs, NOTHING_YET, withEvents } from '@/features/executions/model/live';
import { isKept } from '@/features/executions/model/rerun';
import type { JsonObject } from '@/lib/json';
import { aLog } from '@/test/samples';

const EXAMPLES = join(process.cwd(), '../contracts/src/main/resources/contracts/examples/event');
const GOLDEN = join(EXAMPLES, 'execution-events.v1.json');
const GOLDEN_RERUN = join(EXAMPLES, 'execution-events.v1--rerun-and-pause.json');

function after(...events: JsonObject[]) {
  return withEvents(
    NOTHING_YET,
    events.map((event) => ({ type: event.type as string, data: event })),
  );
}

const started = {
  type: 'step.started',
  stepRunId: 'classify',
  nodeId: 'classify',
  stepType: 'ai.classify',
  attempt: 1,
  at: '2026-05-01T14:00:00Z',
  input: { text: 'hi' },
};
const completed = {
  type: 'step.completed',
  stepRunId: 'classify',
  nodeId: 'classify',
  stepType: 'ai.classify',
  attempt: 1,
  at: '2026-05-01T14:00:01Z',
  startedAt: '2026-05-01T14:00:00Z',
  finishedAt: '2026-05-01T14:00:01Z',
  output: { label: 'hot' },
  handles: ['hot'],
  worker: 'ai-1',
};

it('a step that ends keeps what went in', () => {
  const [log] = mergedLogs([], after(started, completed));

  expect(log).toMatchObject({
    status: 'COMPLETED',
    input: { text: 'hi' },
    output: { label: 'hot' },
    durationMs: 1000,
  });
});

it('an event that comes twice changes nothing', () => {
  expect(after(started, completed, completed)).toEqual(after(started, completed));
});

it('the failed attempt waits for its retry, and the next one is a row of its own', () => {
  const failed = {
    ...completed,
    type: 'step.failed',
    error: { code: 'x', message: 'No.', retryable: true },
    handles: [],
  };
  const retry = { type: 'step.retry-scheduled', stepRunId: 'classify', nodeId: 'classify', nextAttempt: 2 };
  const view = after(started, failed, retry, { ...started, attempt: 2, at: '2026-05-01T14:00:03Z' });

  expect(mergedLogs([], view).map((log) => [log.attempt, log.status])).toEqual([
    [1, 'RETRYING'],
    [2, 'RUNNING'],
  ]);
});

it('a stored end is not undone by an event that comes late', () => {
  const stored = aLog({ nodeName: 'Classify' });

  expect(mergedLogs([stored], after(started))).toEqual([stored]);
});

it('a stored running row is brought up to date and keeps its name', () => {
  const stored = aLog({ status: 'RUNNING', nodeName: 'Classify', finishedAt: null, durationMs: null });

  expect(mergedLogs([stored], after(started, completed))[0]).toMatchObject({
    status: 'COMPLETED',
    nodeName: 'Classify',
  });
});

it('a skipped step is the row that is stored of it', () => {
  const skipped = { type: 'step.skipped', stepRunId: 'call', nodeId: 'call', at: '2026-05-01T14:00:02Z' };
  const stored = aLog({
    id: '8',
    stepRunId: 'call',
    nodeId: 'call',
    attempt: 0,
    status: 'SKIPPED',
    startedAt: null,
    finishedAt: '2026-05-01T14:00:02Z',
  });

  expect(mergedLogs([stored], after(skipped))).toEqual([stored]);
});

it('an event without a number is about the attempt that is going on', () => {
  const again = { ...started, attempt: 2, at: '2026-05-01T14:00:03Z' };
  const waiting = { type: 'step.waiting', stepRunId: 'classify', nodeId: 'classify', at: again.at };
  const cancelled = { ...waiting, type: 'step.cancelled', at: '2026-05-01T14:00:04Z' };

  const rows = mergedLogs([], after(again, waiting, cancelled));

  expect(rows.map((log) => [log.attempt, log.status, log.startedAt])).toEqual([[2, 'CANCELLED', again.at]]);
});

it('a retry that is called off is an attempt that never began', () => {
  const failed = { ...completed, type: 'step.failed', handles: [] };
  const retry = { type: 'step.retry-scheduled', stepRunId: 'classify', nodeId: 'classify', nextAttempt: 2 };
  const cancelled = { type: 'step.cancelled', stepRunId: 'classify', nodeId: 'classify', at: completed.at };

  const rows = mergedLogs([], after(started, failed, retry, cancelled, cancelled));

  expect(rows.map((log) => [log.attempt, log.status, log.startedAt])).toEqual([
    [1, 'RETRYING', started.at],
    [2, 'CANCELLED', null],
  ]);
});

it('a rerun keeps results as attempt 0, and is paused until it is resumed', () => {
  const { events } = JSON.parse(readFileSync(GOLDEN_RERUN, 'utf8')) as { events: JsonObject[] };
  const untilResumed = events.slice(
    0,
    events.findIndex((event) => event.type === 'execution.resumed'),
  );

  expect(after(...untilResumed).paused).toBe(true);
  expect(after(...events)).toMatchObject({ status: 'RUNNING', paused: false });
  const rows = [...after(...events).logs.values()];
  expect(rows.map((log) => [log.nodeId, log.attempt, log.status, isKept(log)])).toEqual([
    ['classify', 0, 'COMPLETED', true],
    ['lookup', 0, 'FAILED', true],
  ]);
});

it('every event of the golden example is understood', () => {
  const { events } = JSON.parse(readFileSync(GOLDEN, 'utf8')) as { events: JsonObject[] };
  const view = after(...events);

  expect(view.status).toBe('CANCELLED');
  expect([...view.logs.values()].map((log) => [log.nodeId, log.status])).toEqual([
    ['classify', 'RETRYING'],
    ['isHot', 'COMPLETED'],
    ['nurture', 'SKIPPED'],
    ['notify', 'CANCELLED'],
  ]);
  expect(events.filter((event) => endsExecution(event.type as string))).toHaveLength(3);
});
