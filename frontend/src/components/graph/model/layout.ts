import type { WorkflowDefinition, WorkflowEdge } from '@/lib/definition';

export interface Point {
  x: number;
  y: number;
}

/** The size of a node card on the canvas, in its own units. */
export const CARD = { width: 208, height: 78 };
const GAP = { x: 96, y: 40 };

/** The size of all cards together. */
export function extentOf(points: Point[]): { width: number; height: number } {
  const span = (values: number[]) => (values.length === 0 ? 0 : Math.max(...values) - Math.min(...values));
  return {
    width: span(points.map((point) => point.x)) + CARD.width,
    height: span(points.map((point) => point.y)) + CARD.height,
  };
}

/** Where each step stands: as stored when that is legible, else in layers from left to right. */
export function layOut(definition: WorkflowDefinition): Map<string, Point> {
  return storedPositions(definition) ?? layers(definition);
}

function storedPositions({ nodes }: WorkflowDefinition): Map<string, Point> | null {
  const stored = new Map<string, Point>();
  for (const { id, position } of nodes) if (position) stored.set(id, position);
  const points = [...stored.values()];
  const legible =
    stored.size === nodes.length && points.every((a, i) => points.slice(i + 1).every((b) => !overlaps(a, b)));
  return legible ? stored : null;
}

function overlaps(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < CARD.width + 24 && Math.abs(a.y - b.y) < CARD.height + 8;
}

function layers(definition: WorkflowDefinition): Map<string, Point> {
  const ids = definition.nodes.map((node) => node.id);
  const known = new Set(ids);
  const edges = definition.edges.filter((edge) => known.has(edge.source) && known.has(edge.target));
  const positions = new Map<string, Point>();
  layersOf(ids, edges).forEach((column, depth) =>
    column.forEach((id, row) =>
      positions.set(id, {
        x: depth * (CARD.width + GAP.x),
        y: (row - (column.length - 1) / 2) * (CARD.height + GAP.y),
      }),
    ),
  );
  return positions;
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
