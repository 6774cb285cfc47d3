import type { Point } from '@/components/graph/model/layout';
import { noteKey } from '@/components/graph/model/notes';
import { at } from './geometry';
import { shifted } from './moving';
import { freshId, idsOf } from './names';
import { noteBoxes, noteIdsOf, withNotes } from './notes';
import { pieceIn } from './piece';
import { withRenamed } from './references';
import { isContainer, nodesById, parentOf, withInside, type Definition } from './steps';
import type { WorkflowEdge, WorkflowNode, WorkflowNote } from '@/lib/definition';

/** Steps with what is inside of them and the edges between them, and notes, as JSON text that can be pasted anywhere. */
export function copied(definition: Definition, ids: readonly string[]): string {
  const chosen = withInside(definition, ids);
  const nodes = definition.nodes.filter((node) => chosen.has(node.id));
  const edges = definition.edges.filter((edge) => chosen.has(edge.source) && chosen.has(edge.target));
  const notes = (definition.notes ?? []).filter((note) => chosen.has(noteKey(note.id)));
  const piece = { automatrix: 'steps', nodes, edges, ...(notes.length > 0 ? { notes } : {}) };
  return JSON.stringify(piece, null, 2);
}

export interface Pasted {
  definition: Definition;
  /** What was added, as it is called on the canvas. */
  ids: string[];
}

/** Adds the steps and notes of a text under fresh names, so that its left top corner comes to a place. */
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
  const notes = freshNotes(definition, piece.notes);
  const corner = cornerOf([...fresh.map(at), ...notes.map((note) => note.position)]);
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
  const ids = [...tops, ...notes.map((note) => noteKey(note.id))];
  const all = withNotes(wide, [...(definition.notes ?? []), ...notes]);
  return { definition: shifted(all, ids, { x: spot.x - corner.x, y: spot.y - corner.y }), ids };
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

function freshNotes(definition: Definition, notes: WorkflowNote[]): WorkflowNote[] {
  const taken = noteIdsOf(definition);
  return notes.map((note) => {
    const id = freshId(taken, note.id);
    taken.add(id);
    return { ...note, id };
  });
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

function cornerOf(places: Point[]): Point {
  return { x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) };
}

/** A copy beside the original, in the same container. */
export function duplicated(definition: Definition, ids: readonly string[]): Pasted | null {
  if (ids.length === 0) return null;
  const byId = nodesById(definition);
  const steps = ids.flatMap((id) => byId.get(id) ?? []);
  const parent = parentOf(steps[0]);
  const keeps = parent !== null && isContainer(byId.get(parent)?.type ?? '') ? parent : null;
  const notes = ids.flatMap((id) => noteBoxes(definition).get(id) ?? []);
  const boxes = [...steps.map(at), ...notes];
  const to = {
    x: Math.min(...boxes.map((box) => box.x)) + 40,
    y: Math.max(...boxes.map((box) => box.y)) + 120,
  };
  return pasted(definition, copied(definition, ids), to, keeps);
}
