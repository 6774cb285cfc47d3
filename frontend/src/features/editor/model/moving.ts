import type { Point } from '@/components/graph/model/layout';
import { waysIn, type Catalogue } from './catalogue';
import { boxesOf, withSizes, type Box } from './geometry';
import { notesShifted } from './notes';
import {
  ancestorsOf,
  byParent,
  isContainer,
  nodesById,
  outermost,
  parentOf,
  withInside,
  type Definition,
} from './steps';
import type { WorkflowNode } from '@/lib/definition';

/** Moves steps, with all that is inside of them, and notes. */
export function shifted(definition: Definition, ids: Iterable<string>, by: Point): Definition {
  if (by.x === 0 && by.y === 0) return definition;
  const moving = withInside(definition, ids);
  const nodes = definition.nodes.map((node) => {
    if (!moving.has(node.id)) return node;
    const { x = 0, y = 0, ...size } = node.position ?? {};
    return { ...node, position: { ...size, x: x + by.x, y: y + by.y } };
  });
  return notesShifted({ ...definition, nodes }, moving, by);
}

/** Puts steps into a container, or outside of all; connections that would go through a wall are cut. */
export function movedInto(definition: Definition, ids: readonly string[], parent: string | null): Definition {
  const byId = nodesById(definition);
  const moving = new Set(
    outermost(definition, ids).filter((id) => id !== parent && !isAround(byId, id, parent) && byId.has(id)),
  );
  if (parent !== null && !isContainer(byId.get(parent)?.type ?? '')) return definition;
  if ([...moving].every((id) => parentOf(byId.get(id)) === parent)) return definition;
  const nodes = definition.nodes.map((node) => (moving.has(node.id) ? withParent(node, parent) : node));
  return withoutCrossing({ ...definition, nodes });
}

function isAround(byId: Map<string, WorkflowNode>, id: string, parent: string | null): boolean {
  return parent !== null && ancestorsOf(byId, parent).includes(id);
}

function withParent(node: WorkflowNode, parent: string | null): WorkflowNode {
  const { parent: _, ...rest } = node;
  return parent === null ? rest : { ...rest, parent };
}

function withoutCrossing(definition: Definition): Definition {
  const byId = nodesById(definition);
  const edges = definition.edges.filter(
    ({ source, target }) => parentOf(byId.get(source)) === parentOf(byId.get(target)),
  );
  return { ...definition, edges };
}

/**
 * What follows from a change of places: containers are as large as their steps need, and what stands right of or below
 * one that grew makes room.
 */
export function fitted(before: Definition, after: Definition, catalogue: Catalogue): Definition {
  if (!after.nodes.some((node) => isContainer(node.type))) return after;
  const waysOf = waysIn(catalogue);
  const old = boxesOf(before, waysOf);
  let result = withSizes(after, waysOf);
  for (const container of innermostFirst(after)) {
    const was = old.get(container.id);
    const is = boxesOf(result, waysOf).get(container.id);
    if (was && is && was.x === is.x && was.y === is.y) result = pushed(result, container, was, is, waysOf);
  }
  return withSizes(result, waysOf);
}

function innermostFirst(definition: Definition): WorkflowNode[] {
  const byId = nodesById(definition);
  const depth = (node: WorkflowNode) => ancestorsOf(byId, node.id).length;
  return definition.nodes.filter((node) => isContainer(node.type)).sort((a, b) => depth(b) - depth(a));
}

function pushed(
  definition: Definition,
  grown: WorkflowNode,
  was: Box,
  is: Box,
  waysOf: (node: WorkflowNode) => number,
): Definition {
  const wider = Math.max(0, is.width - was.width);
  const higher = Math.max(0, is.height - was.height);
  if (wider === 0 && higher === 0) return definition;
  const boxes = boxesOf(definition, waysOf);
  const siblings = (byParent(definition).get(parentOf(grown)) ?? []).filter((node) => node.id !== grown.id);
  const beside = (box: Box | undefined) => box !== undefined && box.x >= was.x + was.width;
  const below = (box: Box | undefined) =>
    box !== undefined && box.y >= was.y + was.height && box.x < is.x + is.width && box.x + box.width > is.x;
  const right = siblings.filter((node) => beside(boxes.get(node.id))).map((node) => node.id);
  const under = siblings.filter((node) => below(boxes.get(node.id))).map((node) => node.id);
  return shifted(shifted(definition, right, { x: wider, y: 0 }), under, { x: 0, y: higher });
}

/** Draws a container with another size; it stays as large as its steps need. */
export function resized(definition: Definition, id: string, box: Box): Definition {
  const nodes = definition.nodes.map((node) =>
    node.id === id
      ? {
          ...node,
          position: { x: box.x, y: box.y, width: Math.max(1, box.width), height: Math.max(1, box.height) },
        }
      : node,
  );
  return { ...definition, nodes };
}
