import { useCallback, useEffect, useRef } from 'react';
import { useReactFlow, type Connection, type FinalConnectionState, type OnNodeDrag } from '@xyflow/react';
import { toast } from 'sonner';
import type { Point } from '@/components/graph/model/layout';
import type { LinkTarget } from '@/features/editor/canvas/connection-line';
import { START, type FlowEdge, type FlowNode } from '@/features/editor/canvas/elements';
import type { CanvasShows, FlowElements } from '@/features/editor/canvas/use-flow-elements';
import { useCommands } from '@/features/editor/editor-context';
import { actionOf } from '@/features/editor/model/actions';
import { refusalOf } from '@/features/editor/model/connecting';
import { connect, drop, reconnect } from '@/features/editor/model/edits';
import { definitionOf, selected } from '@/features/editor/model/editor-state';
import { containerAt, middle, stepAt } from '@/features/editor/model/geometry';
import { nodesById, outermost, parentOf, withInside } from '@/features/editor/model/steps';
import { plural } from '@/lib/format/words';

interface Gestures extends CanvasShows {
  elements: FlowElements;
}

const NOBODY: ReadonlySet<string> = new Set();

/** What dragging, connecting and clicking on the canvas means. */
export function useCanvasGestures({ state, view, elements }: Gestures) {
  const { run, update, pick, openStart, closeStart } = useCommands();
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const definition = definitionOf(state);
  const latest = useRef({ definition, view });
  useEffect(() => {
    latest.current = { definition, view };
  });

  const targetAt = useCallback((source: string, handle: string, at: Point): LinkTarget => {
    const { definition: now, view: seen } = latest.current;
    const inside = withInside(now, [source]);
    const around = new Set(nodesAround(now, source));
    const id = stepAt(seen.boxes, at, new Set([...inside, ...around]));
    return id === null ? null : { id, refusal: refusalOf(now, { source, handle, target: id }) };
  }, []);

  const isValidConnection = useCallback(
    ({ source, sourceHandle, target }: Connection | FlowEdge) =>
      refusalOf(latest.current.definition, { source, handle: sourceHandle ?? 'out', target }) === null,
    [],
  );

  function onConnectEnd(event: MouseEvent | TouchEvent, end: FinalConnectionState) {
    const { fromNode, fromHandle, toNode, isValid } = end;
    if (!fromNode || fromHandle.type !== 'source') return;
    const screen = screenPoint(event);
    const at = flow.screenToFlowPosition(screen, { snapToGrid: false });
    const handle = fromHandle.id ?? 'out';
    // The line has snapped to a handle that is near, though the pointer may be outside of its card.
    const target = isValid && toNode ? { id: toNode.id, refusal: null } : targetAt(fromNode.id, handle, at);
    if (!target) pick({ place: { kind: 'after', source: fromNode.id, handle, at }, at: screen });
    else if (target.refusal === null) run(connect({ source: fromNode.id, handle, target: target.id }));
    else toast.error(target.refusal);
  }

  function onReconnectEnd(event: MouseEvent | TouchEvent, edge: FlowEdge) {
    if (edge.source === START) return;
    const at = flow.screenToFlowPosition(screenPoint(event), { snapToGrid: false });
    const target = stepAt(view.boxes, at, NOBODY);
    const link = { source: edge.source, handle: edge.sourceHandle ?? 'out', target: target ?? '' };
    if (target !== null && target !== edge.target) run(reconnect(edge.id, link));
  }

  function containerUnder(node: FlowNode, moving: readonly string[]): string | null {
    const box = view.boxes.get(node.id);
    const at = absolute(node);
    if (!box) return null;
    return containerAt(definition, view.boxes, middle({ ...box, ...at }), withInside(definition, moving));
  }

  function absolute(node: FlowNode): Point {
    const around = node.parentId === undefined ? undefined : view.boxes.get(node.parentId);
    return { x: node.position.x + (around?.x ?? 0), y: node.position.y + (around?.y ?? 0) };
  }

  const onNodeDrag: OnNodeDrag<FlowNode> = (_, node, nodes) => {
    const moving = idsOf(nodes);
    const into = containerUnder(node, moving);
    elements.setTarget(into === parentOf(nodesById(definition).get(node.id)) ? null : into);
  };

  function finish(node: FlowNode | undefined, nodes: FlowNode[]) {
    elements.setTarget(null);
    const moving = outermost(definition, idsOf(nodes));
    const box = view.drawn.get(node?.id ?? '');
    if (!node || !box || moving.length === 0) return;
    const at = absolute(node);
    const by = { x: at.x - box.x, y: at.y - box.y };
    if (by.x === 0 && by.y === 0) return;
    const into = containerUnder(node, moving);
    const stays =
      node.type === 'note' || moving.every((id) => parentOf(nodesById(definition).get(id)) === into);
    const action = drop(moving, by, stays ? undefined : into);
    const cut = definition.edges.length - definitionOf(action.perform(state)).edges.length;
    run(action);
    if (cut > 0)
      toast(`${plural(cut, 'connection')} through the wall of the box ${cut === 1 ? 'was' : 'were'} cut.`, {
        action: { label: 'Undo', onClick: () => run(actionOf('undo')) },
      });
  }

  return {
    targetAt,
    isValidConnection,
    onConnectEnd,
    onReconnectEnd,
    onNodeDrag,
    onNodeDragStop: ((_, node, nodes) => finish(node, nodes)) as OnNodeDrag<FlowNode>,
    onSelectionDragStop: (_: unknown, nodes: FlowNode[]) => finish(nodes[0], nodes),
    onPaneClick: () => {
      closeStart();
      update((now) => selected(now, [], []));
    },
    onNodeClick: (_: unknown, node: FlowNode) => {
      if (node.id === START) openStart();
    },
  };
}

function idsOf(nodes: FlowNode[]): string[] {
  return nodes.filter((node) => node.id !== START).map((node) => node.id);
}

function nodesAround(definition: Parameters<typeof nodesById>[0], id: string): string[] {
  const parent = parentOf(nodesById(definition).get(id));
  return parent === null ? [] : [parent, ...nodesAround(definition, parent)];
}

function screenPoint(event: MouseEvent | TouchEvent): Point {
  const touch = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}
