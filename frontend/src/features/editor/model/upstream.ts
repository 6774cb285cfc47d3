import type { WorkflowDefinition, WorkflowNode } from '@/lib/definition';

const LOOP = 'flow.foreach';
/** The fields of containers that are evaluated after the steps inside. */
const SEES_INSIDE = /^\/(output|until)(\/|$)/;

/** The steps whose outputs a place of a step can name, in the order of the definition. */
export function nodesInScope(
  definition: WorkflowDefinition,
  node: WorkflowNode,
  pointer = '',
): WorkflowNode[] {
  const ids = new Set<string>();
  for (let at: WorkflowNode | undefined = node; at; at = parentOf(definition, at)) {
    for (const id of before(definition, at.id)) ids.add(id);
  }
  if (SEES_INSIDE.test(pointer)) {
    for (const child of definition.nodes) if (child.parent === node.id) ids.add(child.id);
  }
  return definition.nodes.filter((one) => ids.has(one.id));
}

/** The innermost loop whose items a place can name. */
export function loopsAround(
  definition: WorkflowDefinition,
  node: WorkflowNode,
  pointer = '',
): WorkflowNode[] {
  if (node.type === LOOP && SEES_INSIDE.test(pointer)) return [node];
  for (let at = parentOf(definition, node); at; at = parentOf(definition, at)) {
    if (at.type === LOOP) return [at];
  }
  return [];
}

/** The steps inside a container that nothing follows: what it gives on. */
export function lastInside(definition: WorkflowDefinition, container: string): WorkflowNode[] {
  const followed = new Set(definition.edges.map((edge) => edge.source));
  return definition.nodes.filter((node) => node.parent === container && !followed.has(node.id));
}

function parentOf(definition: WorkflowDefinition, node: WorkflowNode): WorkflowNode | undefined {
  return node.parent === undefined ? undefined : definition.nodes.find((one) => one.id === node.parent);
}

function before(definition: WorkflowDefinition, id: string): Set<string> {
  const found = new Set<string>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const edge of definition.edges) {
      if (edge.target === at && !found.has(edge.source)) {
        found.add(edge.source);
        open.push(edge.source);
      }
    }
  }
  found.delete(id);
  return found;
}
