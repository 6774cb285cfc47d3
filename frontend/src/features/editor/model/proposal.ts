import { CARD } from '@/components/graph/model/layout';
import { at, GAP } from './geometry';
import { withNotes } from './notes';
import { sameJson } from './same';
import { edgeId, nodesById, parentOf, type Definition } from './steps';
import type { WorkflowNode } from '@/lib/definition';

/**
 * What was proposed, drawn as the draft is: steps that stay keep their places, and new ones stand behind the step that
 * leads to them. Where nothing leads to a new step it gets no place, and all is laid out anew.
 */
export function drawnLike(current: Definition, proposed: Definition): Definition {
  const known = nodesById(current);
  const nodes = new Map(proposed.nodes.map((node) => [node.id, withPlaceOf(known.get(node.id), node)]));
  const waiting = () => [...nodes.values()].filter((node) => node.position === undefined);
  for (let before = -1; waiting().length !== before;) {
    before = waiting().length;
    for (const node of waiting()) {
      const source = proposed.edges
        .filter((edge) => edge.target === node.id)
        .map((edge) => nodes.get(edge.source))
        .find((one) => one?.position !== undefined && parentOf(one) === parentOf(node));
      if (source) nodes.set(node.id, { ...node, position: freeBehind(source, [...nodes.values()]) });
    }
  }
  // Who proposes knows nothing of notes.
  return withNotes({ ...proposed, nodes: [...nodes.values()] }, proposed.notes ?? current.notes ?? []);
}

function withPlaceOf(was: WorkflowNode | undefined, node: WorkflowNode): WorkflowNode {
  return was?.position !== undefined && parentOf(was) === parentOf(node)
    ? { ...node, position: was.position }
    : node;
}

/** The highest place right of a step that no other one covers. */
function freeBehind(source: WorkflowNode, others: WorkflowNode[]) {
  const x = at(source).x + CARD.width + GAP.x;
  const row = CARD.height + GAP.y;
  let { y } = at(source);
  const isTaken = () =>
    others.some(
      (other) =>
        other.position !== undefined &&
        Math.abs(at(other).x - x) < CARD.width &&
        Math.abs(at(other).y - y) < row,
    );
  while (isTaken()) y += row;
  return { x, y };
}

/** How the canvas marks what a proposal has otherwise than the draft: ids of steps and of edges. */
export function proposalMarks(before: Definition, after: Definition): Map<string, 'added' | 'changed'> {
  const old = nodesById(before);
  const lines = new Set(before.edges.map(edgeId));
  const marks = new Map<string, 'added' | 'changed'>();
  for (const node of after.nodes) {
    const was = old.get(node.id);
    if (!was) marks.set(node.id, 'added');
    else if (!sameJson({ ...was, position: null }, { ...node, position: null }))
      marks.set(node.id, 'changed');
  }
  for (const edge of after.edges) if (!lines.has(edgeId(edge))) marks.set(edgeId(edge), 'added');
  return marks;
}
