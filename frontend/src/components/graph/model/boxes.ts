import type { Point } from '@/components/graph/model/layout';
import type { WorkflowDefinition, WorkflowNode } from '@/lib/definition';

export interface Size {
  width: number;
  height: number;
}

export type Box = Point & Size;

/** The height of a container's head, which says what it is. */
export const HEAD = 56;
/** The room that a container keeps around the steps in it; its head is at the top. */
export const WALL = { left: 28, top: 64, right: 56, bottom: 28 };
export const SMALLEST: Size = { width: 320, height: 190 };

const CONTAINERS = new Set(['flow.foreach', 'flow.repeat', 'flow.scope', 'flow.race']);

export function isContainer(type: string): boolean {
  return CONTAINERS.has(type);
}

export function parentOf(node: WorkflowNode | undefined): string | null {
  return node?.parent ?? null;
}

/** The steps directly inside of each container; those outside of all are under null. */
export function byParent({ nodes }: WorkflowDefinition): Map<string | null, WorkflowNode[]> {
  const children = new Map<string | null, WorkflowNode[]>();
  for (const node of nodes) {
    const parent = parentOf(node);
    const siblings = children.get(parent);
    if (siblings) siblings.push(node);
    else children.set(parent, [node]);
  }
  return children;
}

export function at(node: WorkflowNode): Point {
  return { x: node.position?.x ?? 0, y: node.position?.y ?? 0 };
}

/** The box of each step where it is stored: a container's holds its steps, and is as large as was drawn. */
export function storedBoxes(
  definition: WorkflowDefinition,
  sizeOf: (node: WorkflowNode) => Size,
): Map<string, Box> {
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
      : { ...at(node), ...sizeOf(node) };
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
