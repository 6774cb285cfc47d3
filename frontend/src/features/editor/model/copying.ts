import type { Point } from '@/components/graph/model/layout';
import { at } from './geometry';
import { shifted } from './moving';
import { freshId, idsOf, isId } from './names';
import { withRenamed } from './references';
import { isContainer, nodesById, parentOf, withInside, type Definition } from './steps';
import type { WorkflowEdge, WorkflowNode } from '@/lib/definition';
import { isObject, type JsonValue } from '@/lib/json';

interface Piece {
  nodes: WorkflowNode[];
  edges: WorkflowEdge[];
}

/** Steps with what is inside of them and the edges between them, as JSON text that can be pasted anywhere. */
export function copied(definition: Definition, ids: readonly string[]): string {
  const chosen = withInside(definition, ids);
  const nodes = definition.nodes.filter((node) => chosen.has(node.id));
  const edges = definition.edges.filter((edge) => chosen.has(edge.source) && chosen.has(edge.target));
  return JSON.stringify({ automatrix: 'steps', nodes, edges }, null, 2);
}

/** The steps in a text: what was copied, a definition, or an exported workflow. */
export function pieceIn(text: string): Piece | null {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
  const piece = isObject(value) && isObject(value.definition) ? value.definition : value;
  if (!isObject(piece) || !Array.isArray(piece.nodes)) return null;
  const nodes: WorkflowNode[] = (piece.nodes as unknown[]).filter(isNode);
  const edges: WorkflowEdge[] = Array.isArray(piece.edges) ? (piece.edges as unknown[]).filter(isEdge) : [];
  return nodes.length === piece.nodes.length && nodes.length > 0 ? { nodes, edges } : null;
}

function isNode(value: unknown): value is WorkflowNode {
  return isObject(value) && typeof value.id === 'string' && isId(value.id) && typeof value.type === 'string';
}

function isEdge(value: unknown): value is WorkflowEdge {
  return isObject(value) && typeof value.source === 'string' && typeof value.target === 'string';
}

export interface Pasted {
  definition: Definition;
  ids: string[];
}

/** Adds the steps of a text under fresh names, so that its left top corner comes to a place. */
export function pasted(
  definition: Definition,
  text: string,
  to: Point | null,
  into: string | null,
): Pasted | null {
  const piece = pieceIn(text);
  if (!piece) return null;
  const names = namesFor(definition, piece.nodes);
  const name = (id: string) => names.get(id) ?? id;
  const fresh = withRenamed(unique(piece.nodes), names).map((node) =>
    inPlace({ ...node, id: name(node.id) }, names, into),
  );
  const edges = piece.edges.filter((edge) => fits(edge, piece.nodes, names));
  const corner = cornerOf(fresh);
  const spot = to ?? { x: corner.x + 40, y: corner.y + 40 };
  const wide = {
    ...definition,
    nodes: [...definition.nodes, ...fresh],
    edges: [
      ...definition.edges,
      ...edges.map((edge) => ({ ...edge, source: name(edge.source), target: name(edge.target) })),
    ],
  };
  const tops = fresh.filter((node) => parentOf(node) === into).map((node) => node.id);
  return {
    definition: shifted(wide, tops, { x: spot.x - corner.x, y: spot.y - corner.y }),
    ids: tops,
  };
}

function unique(nodes: WorkflowNode[]): WorkflowNode[] {
  return [...new Map(nodes.map((node) => [node.id, node])).values()];
}

function namesFor(definition: Definition, nodes: WorkflowNode[]): Map<string, string> {
  const taken = idsOf(definition);
  const names = new Map<string, string>();
  for (const { id } of unique(nodes)) {
    const name = freshId(taken, id);
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

function inPlace(node: WorkflowNode, names: Map<string, string>, into: string | null): WorkflowNode {
  const { parent, ...rest } = node;
  const around = parent === undefined ? undefined : names.get(parent);
  const position = { ...node.position, ...at(node) };
  return {
    ...rest,
    position,
    ...(around !== undefined ? { parent: around } : into === null ? {} : { parent: into }),
  };
}

/** An edge between two steps of one container, both of which are in the piece. */
function fits({ source, target }: WorkflowEdge, nodes: WorkflowNode[], names: Map<string, string>): boolean {
  const of = (id: string) => nodes.find((node) => node.id === id);
  const around = (id: string) => names.get(of(id)?.parent ?? '');
  return names.has(source) && names.has(target) && around(source) === around(target);
}

function cornerOf(nodes: WorkflowNode[]): Point {
  return { x: Math.min(...nodes.map((node) => at(node).x)), y: Math.min(...nodes.map((node) => at(node).y)) };
}

/** A copy beside the original, in the same container. */
export function duplicated(definition: Definition, ids: readonly string[]): Pasted | null {
  if (ids.length === 0) return null;
  const byId = nodesById(definition);
  const parent = parentOf(byId.get(ids[0] ?? ''));
  const keeps = parent !== null && isContainer(byId.get(parent)?.type ?? '') ? parent : null;
  const boxes = ids.flatMap((id) => byId.get(id) ?? []).map(at);
  const to = {
    x: Math.min(...boxes.map((box) => box.x)) + 40,
    y: Math.max(...boxes.map((box) => box.y)) + 120,
  };
  return pasted(definition, copied(definition, ids), to, keeps);
}
