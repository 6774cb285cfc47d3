import type { ExecutionStatus, StepLog, StepStatus } from '@/lib/api-types';
import type { Graph } from '@/components/graph/model/graph';

export type NodeStatus = StepStatus | 'PENDING' | 'NOT_REACHED';
export type EdgeState = 'pending' | 'taken' | 'dead';

export interface NodeState {
  status: NodeStatus;
  /** How often the step was tried in its last step run; 0 before the first. */
  attempts: number;
  durationMs: number | null;
}

export interface ExecutionOverlay {
  nodes: Map<string, NodeState>;
  edges: Map<string, EdgeState>;
}

const ENDED = new Set<ExecutionStatus>(['COMPLETED', 'FAILED', 'CANCELLED']);
const DECIDED = new Set<NodeStatus>(['COMPLETED', 'FAILED', 'SKIPPED', 'CANCELLED', 'NOT_REACHED']);

export function hasEnded(status: ExecutionStatus): boolean {
  return ENDED.has(status);
}

/** What an execution did to each step and edge, from the attempts that it wrote down. */
export function overlayOf(graph: Graph, logs: StepLog[], status: ExecutionStatus): ExecutionOverlay {
  const latest = latestByNode(logs);
  const parents = new Map(graph.nodes.map((node) => [node.id, node.parent]));
  const nodes = new Map(
    graph.nodes
      .filter((node) => !isInKept(node.parent, parents, latest))
      .map((node) => [node.id, stateOf(latest.get(node.id), status)]),
  );
  const edges = new Map(
    graph.edges.map((edge) => [
      edge.id,
      edgeState(edge.handle, latest.get(edge.source), nodes.get(edge.source)),
    ]),
  );
  return { nodes, edges };
}

function latestByNode(logs: StepLog[]): Map<string, StepLog> {
  const latest = new Map<string, StepLog>();
  for (const log of logs) {
    const known = latest.get(log.nodeId);
    const later = !known || known.stepRunId !== log.stepRunId || log.attempt >= known.attempt;
    if (later) latest.set(log.nodeId, log);
  }
  return latest;
}

/** What a container did in an earlier execution is kept without the steps inside: nothing is known of them here. */
function isInKept(
  container: string | null,
  parents: Map<string, string | null>,
  latest: Map<string, StepLog>,
): boolean {
  if (container === null) return false;
  const log = latest.get(container);
  const isKept = log?.attempt === 0 && !!log.startedAt;
  return isKept || isInKept(parents.get(container) ?? null, parents, latest);
}

function stateOf(log: StepLog | undefined, status: ExecutionStatus): NodeState {
  if (!log) return { status: hasEnded(status) ? 'NOT_REACHED' : 'PENDING', attempts: 0, durationMs: null };
  return { status: log.status, attempts: log.attempt, durationMs: log.durationMs ?? null };
}

function edgeState(handle: string, log: StepLog | undefined, source: NodeState | undefined): EdgeState {
  if (!source || !DECIDED.has(source.status)) return 'pending';
  const fired = log?.handles ?? (source.status === 'COMPLETED' ? ['out'] : []);
  return fired.includes(handle) ? 'taken' : 'dead';
}
