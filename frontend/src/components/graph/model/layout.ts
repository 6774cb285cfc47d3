import { byParent, storedBoxes, WALL, type Box, type Size } from '@/components/graph/model/boxes';
import type { WorkflowDefinition, WorkflowEdge, WorkflowNode } from '@/lib/definition';

export interface Point {
  x: number;
  y: number;
}

/** The size of a node card on the canvas, in its own units. */
export const CARD = { width: 208, height: 78 };
const GAP = { x: 96, y: 40 };

/** The size of all together. */
export function extentOf(boxes: Box[]): Size {
  if (boxes.length === 0) return CARD;
  return {
    width: Math.max(...boxes.map(({ x, width }) => x + width)) - Math.min(...boxes.map(({ x }) => x)),
    height: Math.max(...boxes.map(({ y, height }) => y + height)) - Math.min(...boxes.map(({ y }) => y)),
  };
}

/** Where each step stands: as stored when that is legible, else in layers from left to right. */
export function layOut(definition: WorkflowDefinition): Map<string, Box> {
  return legible(definition) ?? layers(definition);
}

/** Where each step is stored; null where that is not legible. */
export function legible(definition: WorkflowDefinition): Map<string, Box> | null {
  if (!definition.nodes.every(({ position }) => position)) return null;
  const boxes = storedBoxes(definition, () => CARD);
  for (const siblings of byParent(definition).values()) {
    const beside = siblings.flatMap(({ id }) => boxes.get(id) ?? []);
    if (beside.some((a, i) => beside.slice(i + 1).some((b) => overlap(a, b)))) return null;
  }
  return boxes;
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width + 24 &&
    b.x < a.x + a.width + 24 &&
    a.y < b.y + b.height + 8 &&
    b.y < a.y + a.height + 8
  );
}

/** What stands together in one container, or outside of all, seen from its upper left corner. */
interface Group {
  boxes: Map<string, Box>;
  size: Size;
}

/** In columns from left to right; what a container holds is laid out inside of it in the same way. */
export function layers(definition: WorkflowDefinition): Map<string, Box> {
  const children = byParent(definition);
  const inside = new Map<string, Group>();
  const placed = new Map<string, Box>();

  function groupOf(held: WorkflowNode[]): Group {
    return columns(held, definition.edges, (id) => {
      const own = children.get(id);
      if (!own) return CARD;
      const group = groupOf(own);
      inside.set(id, group);
      const { width, height } = group.size;
      return { width: WALL.left + width + WALL.right, height: WALL.top + height + WALL.bottom };
    });
  }

  function place(group: Group, corner: Point): void {
    for (const [id, box] of group.boxes) {
      const at = { x: corner.x + box.x, y: corner.y + box.y };
      placed.set(id, { ...box, ...at });
      const held = inside.get(id);
      if (held) place(held, { x: at.x + WALL.left, y: at.y + WALL.top });
    }
  }

  place(groupOf(children.get(null) ?? []), { x: 0, y: 0 });
  return placed;
}

function columns(nodes: WorkflowNode[], edges: WorkflowEdge[], sizeOf: (id: string) => Size): Group {
  const ids = nodes.map((node) => node.id);
  const here = new Set(ids);
  const between = edges.filter((edge) => here.has(edge.source) && here.has(edge.target));
  const sized = layersOf(ids, between).map((column) => column.map((id) => ({ id, ...sizeOf(id) })));
  const heights = sized.map((column) => column.reduce((sum, { height }) => sum + height + GAP.y, -GAP.y));
  const height = Math.max(0, ...heights);
  const boxes = new Map<string, Box>();
  let x = 0;
  sized.forEach((column, depth) => {
    let y = (height - (heights[depth] ?? 0)) / 2;
    for (const { id, ...size } of column) {
      boxes.set(id, { x, y, ...size });
      y += size.height + GAP.y;
    }
    x += Math.max(0, ...column.map(({ width }) => width)) + GAP.x;
  });
  return { boxes, size: { width: Math.max(0, x - GAP.x), height } };
}

type Link = Pick<WorkflowEdge, 'source' | 'target'>;

/** The steps in columns, each behind all that lead to it, in an order in which few lines cross. */
export function layersOf(ids: string[], edges: Link[]): string[][] {
  const columns = columnsOf(ids, depths(ids, edges));
  sortByNeighbours(columns, edges);
  return columns;
}

/** The longest way to each step from a start; a cycle, which no valid definition has, is cut. */
function depths(ids: string[], edges: Link[]): Map<string, number> {
  const found = new Map<string, number>();
  const onTheWay = new Set<string>();
  const incoming = sourcesByTarget(edges);
  function depthOf(id: string): number {
    const known = found.get(id);
    if (known !== undefined) return known;
    if (onTheWay.has(id)) return 0;
    onTheWay.add(id);
    const sources = (incoming.get(id) ?? []).map((source) => depthOf(source) + 1);
    onTheWay.delete(id);
    const depth = Math.max(0, ...sources);
    found.set(id, depth);
    return depth;
  }
  ids.forEach(depthOf);
  return found;
}

function sourcesByTarget(edges: Link[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { source, target } of edges) {
    const sources = found.get(target);
    if (sources) sources.push(source);
    else found.set(target, [source]);
  }
  return found;
}

function columnsOf(ids: string[], depth: Map<string, number>): string[][] {
  const columns: string[][] = [];
  for (const id of ids) (columns[depth.get(id) ?? 0] ??= []).push(id);
  return columns.map((column) => column as string[] | undefined).map((column) => column ?? []);
}

/** Puts each step near the middle of those that lead to it, so that fewer lines cross. */
function sortByNeighbours(columns: string[][], edges: Link[]): void {
  const incoming = sourcesByTarget(edges);
  for (let depth = 1; depth < columns.length; depth += 1) {
    const rows = new Map(
      columns
        .slice(0, depth)
        .flatMap((column) => column.map((id, row) => [id, row - column.length / 2] as const)),
    );
    const weight = new Map(
      (columns[depth] ?? []).map((id) => {
        const sources = (incoming.get(id) ?? []).map((source) => rows.get(source) ?? 0);
        return [id, sources.reduce((sum, row) => sum + row, 0) / Math.max(1, sources.length)] as const;
      }),
    );
    columns[depth]?.sort((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0));
  }
}

export type Direction = 'right' | 'down';

/** Which way most edges run, so that lines leave and arrive on the right sides of the cards. */
export function directionOf(edges: WorkflowEdge[], positions: Map<string, Point>): Direction {
  let across = 0;
  let down = 0;
  for (const edge of edges) {
    const from = positions.get(edge.source);
    const to = positions.get(edge.target);
    if (!from || !to) continue;
    across += Math.max(0, to.x - from.x - CARD.width / 2);
    down += Math.max(0, to.y - from.y - CARD.height / 2);
  }
  return down > across ? 'down' : 'right';
}
