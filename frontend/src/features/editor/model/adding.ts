import type { Point } from '@/components/graph/model/layout';
import { initialConfig, waysIn, type Catalogue } from './catalogue';
import { connected, downstreamOf } from './connecting';
import { boxesOf, cardSize, GAP, SMALLEST, snapped, WALL, type Box } from './geometry';
import { handlesOf } from './handles';
import { shifted } from './moving';
import { freshId, idsOf } from './names';
import { edgeId, handleOf, isContainer, nodesById, parentOf, type Definition } from './steps';
import type { StepType } from '@/lib/api-types';
import type { WorkflowNode } from '@/lib/definition';

/** Where a new step goes. */
export type Place =
  | { kind: 'free'; at: Point; parent: string | null }
  | { kind: 'after'; source: string; handle: string; at?: Point }
  | { kind: 'on'; edge: string }
  | { kind: 'before'; target: string }
  | { kind: 'inside'; parent: string };

export interface Added {
  definition: Definition;
  id: string;
}

/** Adds a step of a type; what follows makes room for it. */
export function added(
  definition: Definition,
  catalogue: Catalogue,
  type: StepType,
  place: Place,
): Added | null {
  const node = newNode(definition, type);
  const way = handlesOf(node, type).find((handle) => !handle.isError)?.id ?? null;
  switch (place.kind) {
    case 'free':
      return { id: node.id, definition: withStep(definition, node, place.at, place.parent) };
    case 'inside':
      return {
        id: node.id,
        definition: withStep(definition, node, freeSpot(definition, catalogue, place.parent), place.parent),
      };
    case 'after':
      return after(definition, catalogue, node, place);
    case 'before':
      return between(definition, catalogue, node, { source: null, target: place.target, way });
    case 'on': {
      const edge = definition.edges.find((one) => edgeId(one) === place.edge);
      if (!edge) return null;
      const cut = { ...definition, edges: definition.edges.filter((one) => one !== edge) };
      const source = { id: edge.source, handle: handleOf(edge) };
      return between(cut, catalogue, node, { source, target: edge.target, way });
    }
  }
}

function newNode(definition: Definition, type: StepType): WorkflowNode {
  const id = freshId(idsOf(definition), type.type.split('.').at(-1) ?? 'step');
  return { id, type: type.type, name: type.title, config: initialConfig(type) };
}

function withStep(
  definition: Definition,
  node: WorkflowNode,
  { x, y }: Point,
  parent: string | null,
): Definition {
  const position = isContainer(node.type)
    ? { x: snapped(x), y: snapped(y), ...SMALLEST }
    : { x: snapped(x), y: snapped(y) };
  const placed = { ...node, ...(parent === null ? {} : { parent }), position };
  return { ...definition, nodes: [...definition.nodes, placed] };
}

interface After {
  source: string;
  handle: string;
  at?: Point;
}

function after(
  definition: Definition,
  catalogue: Catalogue,
  node: WorkflowNode,
  { source, handle, at }: After,
): Added | null {
  const from = nodesById(definition).get(source);
  const box = boxesOf(definition, waysIn(catalogue)).get(source);
  if (!from || !box) return null;
  const ways = handlesOf(from, catalogue.get(from.type)).map((one) => one.id);
  const row = Math.max(0, ways.indexOf(handle));
  const wish = at ?? { x: box.x + box.width + GAP.x, y: box.y + row * (cardSize(1).height + GAP.y) };
  const spot = clearOf(definition, catalogue, parentOf(from), { ...wish, ...sizeOf(node, catalogue) });
  const withNew = withStep(definition, node, spot, parentOf(from));
  return { id: node.id, definition: connected(withNew, { source, handle, target: node.id }) };
}

interface Between {
  source: { id: string; handle: string } | null;
  target: string;
  /** The way on from the new step; null if it has none. */
  way: string | null;
}

/** Puts the step where its target is, and moves the target and all behind it as far as is needed. */
function between(
  definition: Definition,
  catalogue: Catalogue,
  node: WorkflowNode,
  { source, target, way }: Between,
): Added | null {
  const boxes = boxesOf(definition, waysIn(catalogue));
  const to = nodesById(definition).get(target);
  const box = boxes.get(target);
  if (!to || !box || way === null) return null;
  const from = source === null ? undefined : boxes.get(source.id);
  const { width } = sizeOf(node, catalogue);
  const left = from
    ? Math.max(from.x + from.width + GAP.x, Math.min(box.x, from.x + from.width + GAP.x))
    : box.x;
  const missing = left + width + GAP.x - box.x;
  const behind = new Set(downstreamOf(definition, target)).add(target);
  const roomy = missing > 0 ? shifted(definition, behind, { x: snapped(missing + 8), y: 0 }) : definition;
  let result = withStep(roomy, node, { x: left, y: box.y }, parentOf(to));
  if (source) result = connected(result, { source: source.id, handle: source.handle, target: node.id });
  return { id: node.id, definition: connected(result, { source: node.id, handle: way, target }) };
}

function sizeOf(node: WorkflowNode, catalogue: Catalogue) {
  return isContainer(node.type) ? SMALLEST : cardSize(waysIn(catalogue)(node));
}

/** Behind the last step in a container, or at its beginning. */
function freeSpot(definition: Definition, catalogue: Catalogue, parent: string): Point {
  const boxes = boxesOf(definition, waysIn(catalogue));
  const around = boxes.get(parent);
  const inside = definition.nodes.filter((node) => node.parent === parent).map((node) => boxes.get(node.id));
  const x = Math.max(0, ...inside.map((box) => (box ? box.x + box.width + GAP.x : 0)));
  const y = inside[0]?.y ?? (around?.y ?? 0) + WALL.top;
  return { x: inside.length > 0 ? x : (around?.x ?? 0) + WALL.left, y };
}

/** The place itself, or the first one below it that no step of the same container covers. */
export function clearOf(
  definition: Definition,
  catalogue: Catalogue,
  parent: string | null,
  wish: Box,
): Point {
  const boxes = boxesOf(definition, waysIn(catalogue));
  const others = definition.nodes.flatMap((node) => (parentOf(node) === parent ? [boxes.get(node.id)] : []));
  let { y } = wish;
  for (let tries = 0; tries <= others.length; tries += 1) {
    const hit = others.find((box) => box !== undefined && overlap(box, { ...wish, y }));
    if (!hit) break;
    y = hit.y + hit.height + GAP.y;
  }
  return { x: wish.x, y };
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width + 8 && b.x < a.x + a.width + 8 && a.y < b.y + b.height + 8 && b.y < a.y + a.height + 8
  );
}
