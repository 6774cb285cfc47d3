import type { Box } from '@/components/graph/model/boxes';
import type { GraphEdge, GraphNode } from '@/components/graph/model/graph';
import type { Point } from '@/components/graph/model/layout';

const LETTER = 7;
const PADDING = 12;
const BETWEEN = 8;
export const LABEL_HEIGHT = 22;

/** How wide a label is drawn. */
export function labelWidth(label: string): number {
  return label.length * LETTER + PADDING;
}

interface Placed {
  edge: GraphEdge;
  /** Where the line passes the middle of the gap below its step. */
  wish: number;
  width: number;
}

/**
 * The lines of a graph from the top down with places for their labels: in the gap below the step that a line comes from,
 * where no card stands, and beside each other. Lines between the same two steps lie upon each other and share one label.
 */
export function withLabelPlaces(nodes: readonly GraphNode[], edges: GraphEdge[], gap: number): GraphEdge[] {
  const boxes = new Map(nodes.map((node) => [node.id, node.box]));
  const rows = new Map<number, Placed[]>();
  const shared = sharingLabels(edges);
  for (const edge of shared) {
    const [from, to] = [boxes.get(edge.source), boxes.get(edge.target)];
    if (edge.label === null || !from || !to) continue;
    const y = from.y + from.height + gap / 2;
    const row = rows.get(y) ?? [];
    row.push({ edge, wish: crossing(from, to, gap / 2), width: labelWidth(edge.label) });
    rows.set(y, row);
  }
  const places = new Map<string, Point>();
  for (const [y, row] of rows) for (const [edge, x] of besideEachOther(row)) places.set(edge.id, { x, y });
  return shared.map((edge) => {
    const labelAt = places.get(edge.id);
    return labelAt ? { ...edge, labelAt } : edge;
  });
}

function sharingLabels(edges: GraphEdge[]): GraphEdge[] {
  const ends = ({ source, target }: GraphEdge) => `${source}>${target}`;
  const labels = new Map<string, string[]>();
  for (const edge of edges)
    if (edge.label !== null) labels.set(ends(edge), [...(labels.get(ends(edge)) ?? []), edge.label]);
  const said = new Set<string>();
  return edges.map((edge) => {
    const all = labels.get(ends(edge));
    if (edge.label === null || all === undefined) return edge;
    const isFirst = !said.has(ends(edge));
    said.add(ends(edge));
    return { ...edge, label: isFirst ? all.join(', ') : null };
  });
}

/** Where the curve between two cards is so far below the upper one. */
function crossing(from: Box, to: Box, below: number): number {
  const [x, toX] = [from.x + from.width / 2, to.x + to.width / 2];
  const height = to.y - from.y - from.height;
  if (height <= 0) return x;
  let [low, high] = [0, 1];
  for (let step = 0; step < 20; step += 1) {
    const t = (low + high) / 2;
    if (height * (1.5 * t * (1 - t) + t ** 3) < below) low = t;
    else high = t;
  }
  return x + (toX - x) * (3 * low ** 2 - 2 * low ** 3);
}

interface Group {
  items: Placed[];
  width: number;
  middle: number;
}

/** Labels that would cover each other stand side by side, with the middle of them all where they wish it to be. */
function besideEachOther(row: Placed[]): [GraphEdge, number][] {
  const groups: Group[] = [];
  for (const item of [...row].sort((a, b) => a.wish - b.wish)) {
    let group: Group = { items: [item], width: item.width, middle: item.wish };
    for (let last = groups.at(-1); last && overlap(last, group); last = groups.at(-1)) {
      groups.pop();
      group = joined(last, group);
    }
    groups.push(group);
  }
  return groups.flatMap(({ items, middle, width }) => {
    let left = middle - width / 2;
    return items.map((item): [GraphEdge, number] => {
      const x = left + item.width / 2;
      left += item.width + BETWEEN;
      return [item.edge, x];
    });
  });
}

function overlap(a: Group, b: Group): boolean {
  return a.middle + a.width / 2 + BETWEEN > b.middle - b.width / 2;
}

function joined(a: Group, b: Group): Group {
  const items = [...a.items, ...b.items];
  const middle = items.reduce((sum, item) => sum + item.wish, 0) / items.length;
  return { items, width: a.width + BETWEEN + b.width, middle };
}
