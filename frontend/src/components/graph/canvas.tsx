import { useEffect, useMemo } from 'react';
import {
  Background,
  BackgroundVariant,
  Controls,
  ReactFlow,
  useReactFlow,
  useStore,
  type FitViewOptions,
  type NodeMouseHandler,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { edgesFor, nodesFor, notesFor } from '@/components/graph/flow-elements';
import type { Graph } from '@/components/graph/model/graph';
import type { ExecutionOverlay } from '@/components/graph/model/states';
import { LabelledEdge } from '@/components/graph/labelled-edge';
import { NodeBox } from '@/components/graph/node-box';
import { NodeCard, type CardNode } from '@/components/graph/node-card';
import { NoteCard, type NoteCardNode } from '@/components/graph/note-card';

export interface CanvasProps {
  graph: Graph;
  label: string;
  overlay?: ExecutionOverlay | null;
  problemNodes?: ReadonlySet<string>;
  selected?: string | null;
  onSelect?: (nodeId: string | null) => void;
  /** For a graph that fills its frame but for so many pixels: it neither pans nor zooms. */
  margin?: number;
}

const NODE_TYPES = { card: NodeCard, box: NodeBox, note: NoteCard };
const EDGE_TYPES = { labelled: LabelledEdge };
const NOTHING: ReadonlySet<string> = new Set();
const FIT = { padding: 0.16, maxZoom: 1 };

/** A definition to look at: it pans, zooms and selects, and changes nothing. */
export default function Canvas({
  graph,
  label,
  overlay = null,
  problemNodes = NOTHING,
  ...rest
}: CanvasProps) {
  const { selected = null, onSelect, margin } = rest;
  const isStill = margin !== undefined;
  const fit = useMemo(
    () => (margin === undefined ? FIT : { ...FIT, padding: `${margin}px` as const }),
    [margin],
  );
  const nodes = useMemo<(CardNode | NoteCardNode)[]>(
    () => [...notesFor(graph), ...nodesFor(graph, { overlay, problemNodes, selected })],
    [graph, overlay, problemNodes, selected],
  );
  const edges = useMemo(() => edgesFor(graph, overlay), [graph, overlay]);
  const select: NodeMouseHandler<CardNode | NoteCardNode> = (_, { type, id }) => {
    if (type !== 'note') onSelect?.(id === selected ? null : id);
  };

  return (
    <ReactFlow
      aria-label={label}
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      onNodeClick={select}
      onPaneClick={() => onSelect?.(null)}
      onNodesChange={(changes) => {
        // Enter and Space on a focused card arrive as a change of its selection.
        const chosen = changes.find((change) => change.type === 'select' && change.selected);
        if (chosen?.type === 'select') onSelect?.(chosen.id);
      }}
      fitView
      elevateNodesOnSelect={false}
      fitViewOptions={fit}
      minZoom={0.1}
      maxZoom={1.5}
      nodesDraggable={false}
      nodesConnectable={false}
      edgesFocusable={false}
      elementsSelectable={onSelect !== undefined}
      nodesFocusable={onSelect !== undefined}
      preventScrolling={false}
      zoomOnScroll={false}
      panOnDrag={!isStill}
      zoomOnPinch={!isStill}
      zoomOnDoubleClick={!isStill}
    >
      <FitToFrame fit={fit} />
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.2} />
      {!isStill && <Controls showInteractive={false} position="bottom-left" />}
    </ReactFlow>
  );
}

/** The library fits the graph into its frame once; the frame changes with the window and with what is beside it. */
function FitToFrame({ fit }: { fit: FitViewOptions<CardNode> }) {
  const { fitView } = useReactFlow<CardNode>();
  const width = useStore((store) => store.width);
  const height = useStore((store) => store.height);
  useEffect(() => {
    void fitView(fit);
  }, [fitView, fit, width, height]);
  return null;
}
