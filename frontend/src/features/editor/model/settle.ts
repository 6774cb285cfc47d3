import { layersOf, type Point } from '@/components/graph/model/layout';
import { boxesOf, GAP, SMALLEST, WALL, withSizes, type Box, type Size, type WaysOf } from './geometry';
import { notesAlong } from './notes';
import { byParent, isContainer, type Definition } from './steps';
import type { WorkflowNode } from '@/lib/definition';

/** The definition with a place for each step: as it was drawn, or in layers from left to right if it never was. */
export function settled(definition: Definition, waysOf: WaysOf): Definition {
  const drawn = definition.nodes.every(isDrawn) && !isHeap(definition, waysOf);
  return withSizes(drawn ? definition : laidOut(definition, waysOf), waysOf);
}

function isDrawn(node: WorkflowNode): boolean {
  return node.position !== undefined && (!isContainer(node.type) || node.position.width !== undefined);
}

/** Whether most steps cover others, as when a program wrote the same place for all. */
function isHeap(definition: Definition, waysOf: WaysOf): boolean {
  if (definition.nodes.length < 3) return false;
  const places = new Set(
    [...boxesOf(definition, waysOf).values()].map(
      (box) => `${Math.round(box.x / 40)}:${Math.round(box.y / 40)}`,
    ),
  );
  return places.size * 2 < definition.nodes.length;
}

/** Lays out every container from the inside to the outside. */
export function laidOut(definition: Definition, waysOf: WaysOf): Definition {
  const children = byParent(definition);
  const cards = boxesOf({ ...definition, nodes: definition.nodes.map(bare) }, waysOf);
  const places = new Map<string, Box>();

  function place(parent: string | null, origin: Point): Size {
    const inside = children.get(parent) ?? [];
    const sizes = new Map(
      inside.map((node) => [
        node.id,
        isContainer(node.type) ? innerSize(node.id) : sizeOf(cards.get(node.id)),
      ]),
    );
    const spots = inLayers(inside, definition, sizes);
    let extent: Size = { width: 0, height: 0 };
    for (const [id, spot] of spots) {
      const size = sizes.get(id) ?? SMALLEST;
      const box = { x: origin.x + spot.x, y: origin.y + spot.y, ...size };
      places.set(id, box);
      extent = {
        width: Math.max(extent.width, spot.x + size.width),
        height: Math.max(extent.height, spot.y + size.height),
      };
      if (children.has(id)) place(id, { x: box.x + WALL.left, y: box.y + WALL.top });
    }
    return extent;
  }

  function innerSize(id: string): Size {
    const inner = place(id, { x: 0, y: 0 });
    return {
      width: Math.max(SMALLEST.width, inner.width + WALL.left + WALL.right),
      height: Math.max(SMALLEST.height, inner.height + WALL.top + WALL.bottom),
    };
  }

  place(null, { x: 0, y: 0 });
  const nodes = definition.nodes.map((node) => placed(node, places.get(node.id)));
  return notesAlong(definition, { ...definition, nodes });
}

function bare(node: WorkflowNode): WorkflowNode {
  return { ...node, parent: undefined, position: { x: 0, y: 0 } };
}

function sizeOf(box: Box | undefined): Size {
  return box ? { width: box.width, height: box.height } : SMALLEST;
}

export function placed(node: WorkflowNode, box: Box | undefined): WorkflowNode {
  if (!box) return { ...node, position: node.position ?? { x: 0, y: 0 } };
  const { x, y, width, height } = box;
  return { ...node, position: isContainer(node.type) ? { x, y, width, height } : { x, y } };
}

/** Columns as wide as their widest step, each step under the one before it. */
function inLayers(
  inside: WorkflowNode[],
  definition: Definition,
  sizes: Map<string, Size>,
): Map<string, Point> {
  const known = new Set(inside.map((node) => node.id));
  const edges = definition.edges.filter((edge) => known.has(edge.source) && known.has(edge.target));
  const columns = layersOf(
    inside.map((node) => node.id),
    edges,
  );
  const heights = columns.map((column) =>
    column.reduce((sum, id) => sum + (sizes.get(id)?.height ?? 0) + GAP.y, -GAP.y),
  );
  const tallest = Math.max(0, ...heights);
  const spots = new Map<string, Point>();
  let x = 0;
  columns.forEach((column, index) => {
    let y = Math.round((tallest - (heights[index] ?? 0)) / 2);
    for (const id of column) {
      spots.set(id, { x, y });
      y += (sizes.get(id)?.height ?? 0) + GAP.y;
    }
    x += Math.max(0, ...column.map((id) => sizes.get(id)?.width ?? 0)) + GAP.x;
  });
  return spots;
}
