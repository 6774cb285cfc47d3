import { isKept } from './rerun';
import { isObject } from '@/lib/json';
import type { Graph } from '@/components/graph/model/graph';
import type { StepLog, StepStatus } from '@/lib/api-types';

/** What a stretch of time was spent on: waiting for a turn, working, or waiting for a retry, a time, an event or people. */
export type Stretch = 'queued' | 'worked' | 'waited';

export interface Bar {
  stretch: Stretch;
  from: number;
  to: number;
  /** Of the attempt; null between attempts and before the first. */
  attempt: StepLog | null;
}

export interface Lane {
  stepRunId: string;
  nodeId: string;
  name: string;
  iteration: string;
  status: StepStatus;
  bars: Bar[];
}

export interface Gantt {
  from: number;
  to: number;
  lanes: Lane[];
}

const WAITS = /^(flow\.wait|human\.)/;
/** A shorter wait for a turn is not worth a mark. */
const SHORTEST_QUEUE_MS = 2;

/** One lane for each step run in the order of their beginnings, from when the execution was asked for until now. */
export function ganttOf(rows: StepLog[], graph: Graph | null, askedFor: number, now: number): Gantt {
  const runs = new Map<string, StepLog[]>();
  for (const row of rows) {
    if (row.status === 'SKIPPED' || isKept(row) || !row.startedAt) continue;
    const known = runs.get(row.stepRunId);
    if (known) known.push(row);
    else runs.set(row.stepRunId, [row]);
  }
  const names = new Map(graph?.nodes.map((node) => [node.id, node.name]));
  const sources = sourcesOf(graph);
  const ends = new Map(
    [...runs].map(([id, attempts]) => [id, Math.max(...attempts.map((row) => endOf(row, now)))]),
  );
  const lanes = [...runs].map(([stepRunId, unordered]): Lane => {
    const attempts = unordered.toSorted((a, b) => a.attempt - b.attempt);
    const last = attempts[attempts.length - 1] as StepLog;
    const ready = readyAt(last, sources, runs, ends, askedFor);
    return {
      stepRunId,
      nodeId: last.nodeId,
      name: last.nodeName ?? names.get(last.nodeId) ?? last.nodeId,
      iteration: iterationOf(stepRunId),
      status: last.status,
      bars: barsOf(attempts, ready, now),
    };
  });
  const to = Math.max(askedFor + 1, ...ends.values());
  return { from: askedFor, to, lanes };
}

function barsOf(attempts: StepLog[], ready: number, now: number): Bar[] {
  const bars: Bar[] = [];
  let before = ready;
  for (const [index, attempt] of attempts.entries()) {
    const from = startOf(attempt);
    if (from - before > SHORTEST_QUEUE_MS)
      bars.push({ stretch: index === 0 ? 'queued' : 'waited', from: before, to: from, attempt: null });
    const to = Math.max(from, endOf(attempt, now));
    bars.push({ stretch: WAITS.test(attempt.stepType) ? 'waited' : 'worked', from, to, attempt });
    before = to;
  }
  const last = attempts[attempts.length - 1];
  if (last?.status === 'RETRYING' && now - before > SHORTEST_QUEUE_MS)
    bars.push({ stretch: 'waited', from: before, to: now, attempt: null });
  return bars;
}

/** When it could have begun: the end of the last step before it, else the beginning of what it is inside of. */
function readyAt(
  log: StepLog,
  sources: Map<string, string[]>,
  runs: Map<string, StepLog[]>,
  ends: Map<string, number>,
  askedFor: number,
): number {
  const start = startOf(log);
  const iteration = iterationOf(log.stepRunId);
  const before = (sources.get(log.nodeId) ?? [])
    .map((source) => ends.get(source + iteration) ?? Infinity)
    .filter((end) => end <= start);
  if (before.length > 0) return Math.max(...before);
  const isFirst = iteration === '' && (sources.get(log.nodeId) ?? []).every((source) => !runs.has(source));
  return isFirst && sources.size > 0 ? askedFor : start;
}

function sourcesOf(graph: Graph | null): Map<string, string[]> {
  const sources = new Map<string, string[]>();
  for (const { id, parent } of graph?.nodes ?? []) if (parent === null) sources.set(id, []);
  for (const { source, target } of graph?.edges ?? [])
    sources.set(target, [...(sources.get(target) ?? []), source]);
  return sources;
}

export const iterationOf = (stepRunId: string) => /\[.*\]$/.exec(stepRunId)?.[0] ?? '';

const startOf = (row: StepLog) => Date.parse(row.startedAt ?? '');

const endOf = (row: StepLog, now: number) =>
  row.finishedAt ? Date.parse(row.finishedAt) : Math.max(now, startOf(row));

/** Whether an AI step has answered by something less than what was asked for, and how. */
export function degradedBecause(log: Pick<StepLog, 'output' | 'degraded'>): string | null {
  const degraded = isObject(log.output) ? log.output.degraded : undefined;
  // The values come later than the list of all attempts, which knows that much.
  if (!isObject(degraded)) return log.degraded ? 'Something else has answered instead of the model.' : null;
  const { by, tried } = degraded;
  const instead =
    by === 'text'
      ? 'A fixed text stands in for the model.'
      : `“${typeof by === 'string' ? by : 'Another'}” has answered instead of the model.`;
  const asked = Array.isArray(tried) ? tried.filter((one) => typeof one === 'string') : [];
  return asked.length === 0 ? instead : `${instead} Asked before in vain: ${asked.join(', ')}.`;
}
