import { useMemo, useState, type ReactNode } from 'react';
import { ConnectionMode, ReactFlow, SelectionMode, useStore, type NodeTypes } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { connectionLineFor } from '@/features/editor/canvas/connection-line';
import { ContainerNode } from '@/features/editor/canvas/container-node';
import { detailAt, DetailContext } from '@/features/editor/canvas/detail';
import { DropHint } from '@/features/editor/canvas/drop-hint';
import { Dots } from '@/features/editor/canvas/dots';
import { START, type FlowEdge, type FlowNode } from '@/features/editor/canvas/elements';
import { GhostNode } from '@/features/editor/canvas/ghost-node';
import { NoteNode } from '@/features/editor/canvas/note-node';
import { OverviewMap } from '@/features/editor/canvas/overview-map';
import { StartNode } from '@/features/editor/canvas/start-node';
import { StepEdge } from '@/features/editor/canvas/step-edge';
import { StepNode } from '@/features/editor/canvas/step-node';
import { useCanvasKeys } from '@/features/editor/canvas/use-canvas-keys';
import { useCanvasGestures } from '@/features/editor/canvas/use-canvas-gestures';
import { usePaletteDrop } from '@/features/editor/canvas/use-palette-drop';
import { useFlowElements, type CanvasShows } from '@/features/editor/canvas/use-flow-elements';
import { GRID } from '@/features/editor/model/geometry';
import { firstInSight, marginsFor } from '@/features/editor/model/opening';
import type { View } from '@/features/editor/model/view';

interface FlowCanvasProps extends CanvasShows {
  label: string;
  /** Whether dragging on the canvas selects with a frame instead of moving the view. */
  framing: boolean;
  minimap: boolean;
  children?: ReactNode;
}

const NODE_TYPES: NodeTypes = {
  step: StepNode,
  container: ContainerNode,
  start: StartNode,
  ghost: GhostNode,
  note: NoteNode,
};
const EDGE_TYPES = { step: StepEdge };
const MANY = 150;
const RAIL = 56;
const STEP_LIST = 224;
const SPOKEN = {
  'node.a11yDescription.default':
    'Enter opens the settings, the arrow keys go from step to step, A adds a step behind this one, Delete removes it.',
  'edge.a11yDescription.default':
    'Enter selects the connection; then A puts a step in between, and Delete removes it.',
};

/** The definition as a canvas: what happens here becomes an edit action, and what the action made is shown. */
export function FlowCanvas({ label, framing, minimap, children, ...shows }: FlowCanvasProps) {
  const elements = useFlowElements(shows);
  const gestures = useCanvasGestures({ ...shows, elements });
  const palette = usePaletteDrop(shows);
  const press = useCanvasKeys(shows);
  const ConnectionLine = useMemo(() => connectionLineFor(gestures.targetAt), [gestures.targetAt]);
  const detail = useStore((store) => detailAt(store.transform[2]));
  const [opening] = useState(() => openingOf(shows.view));
  const { readOnly } = shows.state;

  return (
    <DetailContext value={detail}>
      <ReactFlow<FlowNode, FlowEdge>
        aria-label={label}
        ariaLabelConfig={SPOKEN}
        nodes={elements.nodes}
        edges={elements.edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={elements.onNodesChange}
        onEdgesChange={elements.onEdgesChange}
        onNodeDrag={gestures.onNodeDrag}
        onNodeDragStop={gestures.onNodeDragStop}
        onSelectionDragStop={gestures.onSelectionDragStop}
        onConnectEnd={gestures.onConnectEnd}
        onReconnectEnd={gestures.onReconnectEnd}
        onReconnect={() => undefined}
        isValidConnection={gestures.isValidConnection}
        onDragOver={palette.onDragOver}
        onDragLeave={palette.onDragLeave}
        onDrop={palette.onDrop}
        onPaneClick={gestures.onPaneClick}
        onNodeClick={gestures.onNodeClick}
        onKeyDownCapture={press}
        connectionLineComponent={ConnectionLine}
        connectionMode={ConnectionMode.Strict}
        connectOnClick={false}
        connectionRadius={26}
        connectionDragThreshold={4}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        edgesReconnectable={!readOnly}
        selectNodesOnDrag={false}
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={['Control', 'Meta', 'Shift']}
        selectionOnDrag={framing}
        selectionMode={SelectionMode.Partial}
        panOnDrag={framing ? [1, 2] : true}
        panActivationKeyCode="Space"
        snapToGrid
        snapGrid={[GRID, GRID]}
        onlyRenderVisibleElements={elements.nodes.length > MANY}
        zoomOnDoubleClick={false}
        elevateNodesOnSelect={false}
        fitView
        fitViewOptions={opening}
        minZoom={0.08}
        maxZoom={1.75}
      >
        <Dots />
        <DropHint spot={palette.near} />
        {minimap && <OverviewMap boxes={shows.view.drawn} />}
        {children}
      </ReactFlow>
    </DetailContext>
  );
}

function openingOf({ boxes, drawn, entries }: View) {
  const ids = firstInSight(boxes, entries, { width: window.innerWidth, height: window.innerHeight });
  if (ids !== null) return { padding: 0.18, maxZoom: 1, nodes: [START, ...ids].map((id) => ({ id })) };
  return { padding: marginsFor(drawn, widthToCome()), maxZoom: 1 };
}

/** How wide the canvas will be beside the rail and the list of steps. */
function widthToCome(): number {
  const beside = window.matchMedia('(width >= 80rem)').matches ? RAIL + STEP_LIST : RAIL;
  return window.innerWidth - beside;
}
