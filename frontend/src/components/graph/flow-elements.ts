import { MarkerType, type Edge } from '@xyflow/react';
import { directionOf } from '@/components/graph/model/layout';
import type { Graph, GraphNode } from '@/components/graph/model/graph';
import type { EdgeState, ExecutionOverlay } from '@/components/graph/model/states';
import { noteSpoken } from '@/components/graph/model/notes';
import type { CardNode } from '@/components/graph/node-card';
import type { NoteCardNode } from '@/components/graph/note-card';

interface Shown {
  overlay: ExecutionOverlay | null;
  problemNodes: ReadonlySet<string>;
  selected: string | null;
}

/** Cards and lines are above all boxes, and a box is above the one that it is in. */
const ON_TOP = 100;

export function nodesFor(graph: Graph, { overlay, problemNodes, selected }: Shown): CardNode[] {
  const direction = directionOf(graph.edges, new Map(graph.nodes.map((node) => [node.id, node.box])));
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  return graph.nodes.map((node) => ({
    id: node.id,
    type: node.holds ? 'box' : 'card',
    position: { x: node.box.x, y: node.box.y },
    width: node.box.width,
    height: node.box.height,
    zIndex: node.holds ? depthOf(node, byId) : ON_TOP,
    selected: node.id === selected,
    ariaLabel: `${node.name}. ${node.does}`,
    data: { node, state: overlay?.nodes.get(node.id) ?? null, problem: problemNodes.has(node.id), direction },
  }));
}

/** Notes lie under all steps, and cannot be chosen. */
export function notesFor({ notes }: Graph): NoteCardNode[] {
  return notes.map((note) => ({
    id: note.key,
    type: 'note',
    position: { x: note.box.x, y: note.box.y },
    width: note.box.width,
    height: note.box.height,
    zIndex: -1,
    selectable: false,
    focusable: false,
    ariaLabel: noteSpoken(note.text),
    data: { note },
  }));
}

function depthOf(node: GraphNode, byId: ReadonlyMap<string, GraphNode>): number {
  const outer = node.parent === null ? undefined : byId.get(node.parent);
  return outer ? depthOf(outer, byId) + 1 : 0;
}

const STROKE: Record<EdgeState, { stroke: string; dashed: boolean }> = {
  pending: { stroke: 'var(--line-strong)', dashed: false },
  taken: { stroke: 'var(--completed)', dashed: false },
  dead: { stroke: 'var(--line-strong)', dashed: true },
};

const SPOKEN: Record<EdgeState, string> = { pending: '', taken: ', taken', dead: ', not taken' };

export function edgesFor(graph: Graph, overlay: ExecutionOverlay | null): Edge[] {
  return graph.edges.map((edge) => {
    const state = overlay?.edges.get(edge.id) ?? 'pending';
    const stroke = overlay === null ? 'var(--ink-faint)' : STROKE[state].stroke;
    return {
      id: edge.id,
      source: edge.source,
      target: edge.target,
      ...(edge.labelAt ? { type: 'labelled', data: { labelAt: edge.labelAt } } : { type: 'default' }),
      zIndex: ON_TOP,
      label: edge.label ?? undefined,
      ariaLabel: `From ${edge.source} to ${edge.target}${SPOKEN[state]}`,
      style: {
        stroke,
        strokeWidth: state === 'taken' ? 2 : 1.5,
        strokeDasharray: STROKE[state].dashed ? '5 5' : undefined,
      },
      markerEnd: {
        type: MarkerType.ArrowClosed,
        color: stroke,
        width: 18,
        height: 18,
        markerUnits: 'userSpaceOnUse',
      },
      labelStyle: {
        fill: state === 'dead' ? 'var(--ink-faint)' : 'var(--ink-soft)',
        fontSize: 12,
        fontWeight: 500,
      },
      labelBgStyle: { fill: 'var(--sunken)' },
      labelBgPadding: [6, 3],
      labelBgBorderRadius: 4,
    };
  });
}
