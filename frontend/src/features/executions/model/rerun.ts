import type { Graph } from '@/components/graph/model/graph';
import type { StepLog } from '@/lib/api-types';

/** Where an execution can be run again from. */
export interface RerunStart {
  /** The step that somebody has pointed at. */
  nodeId: string;
  name: string;
  /** The name of the outermost container around it, which starts afresh as a whole; null if it is in none. */
  container: string | null;
}

const isFinished = ({ status }: StepLog) => status === 'COMPLETED' || status === 'FAILED';

/** Null for an attempt with which no execution can begin: unfinished, in an iteration, or what undoes a step. */
export function rerunStart(graph: Graph, rows: StepLog[], log: StepLog): RerunStart | null {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const node = nodes.get(log.stepRunId);
  if (!node || !isFinished(log)) return null;
  let outermost = node;
  for (let around = nodes.get(node.parent ?? ''); around; around = nodes.get(around.parent ?? ''))
    outermost = around;
  const canBegin = rows.some((row) => row.stepRunId === outermost.id && isFinished(row));
  if (!canBegin) return null;
  return { nodeId: node.id, name: node.name, container: outermost === node ? null : outermost.name };
}

/** Whether the result is one of an earlier execution, which this one runs again. */
export function isKept(log: Pick<StepLog, 'attempt' | 'startedAt'>): boolean {
  return log.attempt === 0 && !!log.startedAt;
}
