import { byParent, isContainer, parentOf } from '@/components/graph/model/boxes';
import type { WorkflowDefinition, WorkflowEdge, WorkflowNode } from '@/lib/definition';

export { byParent, isContainer, parentOf };

export type Definition = WorkflowDefinition;

export const OUT = 'out';
export const ERROR = 'error';

export const EMPTY: Definition = { specVersion: '1', triggers: [], nodes: [], edges: [] };

export function nodesById(definition: Definition): Map<string, WorkflowNode> {
  return new Map(definition.nodes.map((node) => [node.id, node]));
}

/** The given steps with all that is inside of them. */
export function withInside(definition: Definition, ids: Iterable<string>): Set<string> {
  const children = byParent(definition);
  const found = new Set<string>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const child of children.get(id) ?? []) waiting.push(child.id);
  }
  return found;
}

/** The given steps without those that are inside of another of them. */
export function outermost(definition: Definition, ids: readonly string[]): string[] {
  const chosen = new Set(ids);
  const byId = nodesById(definition);
  return ids.filter((id) => !ancestorsOf(byId, id).some((ancestor) => chosen.has(ancestor)));
}

/** The containers around a step, the innermost first. */
export function ancestorsOf(byId: Map<string, WorkflowNode>, id: string): string[] {
  const found: string[] = [];
  for (let parent = parentOf(byId.get(id)); parent !== null; parent = parentOf(byId.get(parent))) {
    if (found.includes(parent)) break;
    found.push(parent);
  }
  return found;
}

export function handleOf(edge: WorkflowEdge): string {
  return edge.sourceHandle ?? OUT;
}

export function edgeId(edge: WorkflowEdge): string {
  return `${edge.source}:${handleOf(edge)}>${edge.target}`;
}

/** An edge as it is written: the ordinary handle is left out. */
export function edgeFrom(source: string, handle: string, target: string): WorkflowEdge {
  return handle === OUT ? { source, target } : { source, sourceHandle: handle, target };
}

/** The steps that nothing leads to, outside of every container. */
export function entriesOf(definition: Definition, parent: string | null = null): WorkflowNode[] {
  const reached = new Set(definition.edges.map((edge) => edge.target));
  return definition.nodes.filter((node) => parentOf(node) === parent && !reached.has(node.id));
}

export function withNode(definition: Definition, id: string, change: (node: WorkflowNode) => WorkflowNode) {
  return { ...definition, nodes: definition.nodes.map((node) => (node.id === id ? change(node) : node)) };
}
