import { CARD, type Point } from '@/components/graph/model/layout';
import { byParent, isContainer, parentOf, type Definition } from './steps';
import type { WorkflowNode } from '@/lib/definition';

export interface Size {
  width: number;
  height: number;
}

export type Box = Point & Size;

export const GRID = 20;
export const GAP = { x: 92, y: 42 };
/** The room that a container keeps around the steps in it; its head is at the top. */
export const WALL = { left: 28, top: 64, right: 56, bottom: 28 };
export const SMALLEST: Size = { width: 320, height: 190 };
const HEAD = 56;
const ROW = 24;
const LONGEST_PLAIN = 1;

/** How high a step's card is: one with several ways on has a line for each. */
export function cardSize(ways: number): Size {
  return ways <= LONGEST_PLAIN ? CARD : { width: CARD.width, height: HEAD + ways * ROW + 6 };
}

export function snapped(value: number): number {
  return Math.round(value / GRID) * GRID;
}

export function at(node: WorkflowNode): Point {
  return { x: node.position?.x ?? 0, y: node.position?.y ?? 0 };
}

/** How many ways on a step has besides its failure, as the canvas shows them. */
export type WaysOf = (node: WorkflowNode) => number;

/** The box of each step on the canvas: a container's holds its steps, and is as large as was drawn. */
export function boxesOf(definition: Definition, waysOf: WaysOf): Map<string, Box> {
  const children = byParent(definition);
  const boxes = new Map<string, Box>();
  const visit = (node: WorkflowNode, around: Set<string>): Box => {
    const known = boxes.get(node.id);
    if (known) return known;
    const inside = new Set(around).add(node.id);
    const held = (children.get(node.id) ?? []).filter((child) => !inside.has(child.id));
    const box = isContainer(node.type)
      ? boxAround(
          node,
          held.map((child) => visit(child, inside)),
        )
      : { ...at(node), ...cardSize(waysOf(node)) };
    boxes.set(node.id, box);
    return box;
  };
  for (const node of definition.nodes) visit(node, new Set());
  return boxes;
}

function boxAround(node: WorkflowNode, held: Box[]): Box {
  const { x, y } = at(node);
  const left = Math.min(x, ...held.map((box) => box.x - WALL.left));
  const top = Math.min(y, ...held.map((box) => box.y - WALL.top));
  const width = node.position?.width ?? SMALLEST.width;
  const height = node.position?.height ?? SMALLEST.height;
  const right = Math.max(x + width, ...held.map((box) => box.x + box.width + WALL.right));
  const bottom = Math.max(y + height, ...held.map((box) => box.y + box.height + WALL.bottom));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function holds(box: Box, point: Point): boolean {
  return (
    point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height
  );
}

export function middle(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The box around all of them; null around nothing. */
export function hull(boxes: Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** The smallest step or container under a point, but none of those left out. */
export function stepAt(
  boxes: ReadonlyMap<string, Box>,
  point: Point,
  except: ReadonlySet<string>,
): string | null {
  let found: string | null = null;
  let smallest = Infinity;
  for (const [id, box] of boxes) {
    const area = box.width * box.height;
    if (except.has(id) || area >= smallest || !holds(box, point)) continue;
    found = id;
    smallest = area;
  }
  return found;
}

/** The innermost container under a point. */
export function containerAt(
  definition: Definition,
  boxes: ReadonlyMap<string, Box>,
  point: Point,
  except: ReadonlySet<string>,
): string | null {
  const others = new Set(definition.nodes.filter((node) => !isContainer(node.type)).map((node) => node.id));
  return stepAt(boxes, point, new Set([...others, ...except]));
}

/** Writes down the size that each container has on the canvas, so that it looks the same when it is opened again. */
export function withSizes(definition: Definition, waysOf: WaysOf): Definition {
  if (!definition.nodes.some((node) => isContainer(node.type))) return definition;
  const boxes = boxesOf(definition, waysOf);
  const nodes = definition.nodes.map((node) => {
    const box = boxes.get(node.id);
    if (!isContainer(node.type) || !box) return node;
    const { position } = node;
    const same =
      position?.x === box.x &&
      position.y === box.y &&
      position.width === box.width &&
      position.height === box.height;
    return same ? node : { ...node, position: { ...box } };
  });
  return nodes.every((node, index) => node === definition.nodes[index])
    ? definition
    : { ...definition, nodes };
}

/** Whether two steps stand in the same container. */
export function areSiblings(a: WorkflowNode | undefined, b: WorkflowNode | undefined): boolean {
  return parentOf(a) === parentOf(b);
}
