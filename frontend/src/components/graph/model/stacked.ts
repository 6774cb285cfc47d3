import type { Graph, GraphEdge, GraphNode } from '@/components/graph/model/graph';
import { withLabelPlaces } from '@/components/graph/model/edge-labels';
import { notesBelow } from '@/components/graph/model/notes';
import { CARD, layersOf } from '@/components/graph/model/layout';

const GAP = { x: 32, y: 56 };

/**
 * The graph from the top down, with no more cards side by side than fit, so that a long workflow can be read like a page.
 * What is in a box stands below it, led to by a line.
 */
export function stacked({ nodes, edges, notes }: Graph, columns: number): Graph {
  const inward = nodes.flatMap((node) => entryLine(node, edges));
  const order = [...edges, ...inward, ...outward(nodes, edges)];
  const rows = layersOf(
    nodes.map((node) => node.id),
    order,
  ).flatMap((row) => split(row, columns));
  const at = new Map(
    rows.flatMap((row, depth) =>
      row.map((id, column) => [
        id,
        { x: (column - (row.length - 1) / 2) * (CARD.width + GAP.x), y: depth * (CARD.height + GAP.y) },
      ]),
    ),
  );
  const placed = nodes.map((node) => ({
    ...node,
    box: { ...(at.get(node.id) ?? node.box), ...CARD },
    holds: false,
  }));
  return {
    nodes: placed,
    edges: withLabelPlaces(placed, [...edges, ...inward], GAP.y),
    notes: notesBelow(
      notes,
      placed.map(({ box }) => box),
    ),
  };
}

/** The line from a box to what it begins with. */
function entryLine({ id, parent }: GraphNode, edges: GraphEdge[]): GraphEdge[] {
  if (parent === null || edges.some((edge) => edge.target === id)) return [];
  return [{ id: `${parent}:inside>${id}`, source: parent, handle: 'inside', target: id, label: null }];
}

/** What follows on a box comes below all that is in it. */
function outward(nodes: GraphNode[], edges: GraphEdge[]) {
  return nodes.flatMap(({ id, parent }) =>
    edges.filter((edge) => edge.source === parent).map(({ target }) => ({ source: id, target })),
  );
}

/** In parts of about the same size. */
function split(row: string[], columns: number): string[][] {
  const parts = Math.ceil(row.length / columns);
  const size = Math.ceil(row.length / Math.max(1, parts));
  return Array.from({ length: parts }, (_, part) => row.slice(part * size, (part + 1) * size));
}
