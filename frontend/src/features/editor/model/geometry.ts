import { CARD, type Point } from '@/components/graph/model/layout';
import { isContainer, parentOf, type Definition } from './steps';
import { at, HEAD, SMALLEST, storedBoxes, WALL, type Box, type Size } from '@/components/graph/model/boxes';
import type { WorkflowNode } from '@/lib/definition';

export { at, SMALLEST, WALL };
export type { Box, Size };

export const GRID = 20;
export const GAP = { x: 92, y: 42 };
const ROW = 24;
const LONGEST_PLAIN = 1;

/** How high a step's card is: one with several ways on has a line for each. */
export function cardSize(ways: number): Size {
  return ways <= LONGEST_PLAIN ? CARD : { width: CARD.width, height: HEAD + ways * ROW + 6 };
}

export function snapped(value: number): number {
  return Math.round(value / GRID) * GRID;
}

/** How many ways on a step has besides its failure, as the canvas shows them. */
export type WaysOf = (node: WorkflowNode) => number;

/** The box of each step on the canvas. */
export function boxesOf(definition: Definition, waysOf: WaysOf): Map<string, Box> {
  return storedBoxes(definition, (node) => cardSize(waysOf(node)));
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
