import { useCallback, useMemo, useState } from 'react';
import { applyNodeChanges, type OnEdgesChange, type OnNodesChange } from '@xyflow/react';
import type { NodeState } from '@/components/graph/model/states';
import {
  edgesOf,
  nodesOf,
  START,
  startNode,
  type FlowEdge,
  type FlowNode,
  type Shown,
} from '@/features/editor/canvas/elements';
import { ghostEdgesOf, ghostNodesOf } from '@/features/editor/canvas/ghosts';
import { ghostNotesOf, noteNodesOf } from '@/features/editor/canvas/note-elements';
import { useCommands } from '@/features/editor/editor-context';
import { selected, type EditorState } from '@/features/editor/model/editor-state';
import type { View } from '@/features/editor/model/view';
import type { WorkflowProblem } from '@/lib/api-types';
import type { Comparison } from '@/features/editor/versions/comparison';
import { problemsByStep } from '@/features/editor/problems/by-step';

export interface CanvasShows {
  state: EditorState;
  view: View;
  problems: WorkflowProblem[];
  states: ReadonlyMap<string, NodeState>;
  comparison: Comparison;
  startWords: string[];
  startSelected: boolean;
}

export interface FlowElements {
  nodes: FlowNode[];
  edges: FlowEdge[];
  onNodesChange: OnNodesChange<FlowNode>;
  onEdgesChange: OnEdgesChange<FlowEdge>;
  setTarget: (container: string | null) => void;
}

/** The library's nodes and edges, made of the definition; only while something is dragged they are ahead of it. */
export function useFlowElements(shows: CanvasShows): FlowElements {
  const { state, view, problems, states, comparison, startWords, startSelected } = shows;
  const { marks, ghosts } = comparison;
  const { update, openStart, closeStart } = useCommands();
  const [target, setTarget] = useState<string | null>(null);
  const byStep = useMemo(() => problemsByStep(problems), [problems]);
  const shown = useMemo<Shown>(
    () => ({
      selection: new Set(state.selection),
      edges: new Set(state.edges),
      problems: byStep,
      states,
      marks,
      target,
    }),
    [state.selection, state.edges, byStep, states, marks, target],
  );

  const [drawn, setDrawn] = useState<{
    nodes: FlowNode[];
    of: object | null;
    shown: Shown | null;
    start: string;
  }>({
    nodes: [],
    of: null,
    shown: null,
    start: '',
  });
  const start = `${startWords.join()}:${startSelected}`;
  let { nodes } = drawn;
  if (drawn.of !== view || drawn.shown !== shown || drawn.start !== start) {
    const moving = new Map(drawn.nodes.filter((node) => node.dragging).map((node) => [node.id, node]));
    const before = new Map(drawn.nodes.map((node) => [node.id, node]));
    const all = [...noteNodesOf(view.notes, shown, before), ...nodesOf(view, shown, before)];
    const fresh = all.map((node): FlowNode => {
      const held = drawn.of === view ? moving.get(node.id) : undefined;
      return held ? { ...node, position: held.position, dragging: true } : node;
    });
    nodes = [startNode(view, startWords, startSelected), ...fresh];
    setDrawn({ nodes, of: view, shown, start });
  }
  const edges = useMemo(() => edgesOf(view, shown), [view, shown]);

  const onNodesChange = useCallback<OnNodesChange<FlowNode>>(
    (changes) => {
      const moves = changes.filter((change) => change.type === 'position' || change.type === 'dimensions');
      if (moves.length > 0) setDrawn((now) => ({ ...now, nodes: applyNodeChanges(moves, now.nodes) }));
      const picks = changes.filter((change) => change.type === 'select');
      const start = picks.find((change) => change.id === START);
      if (start) (start.selected ? openStart : closeStart)();
      const steps = picks.filter((change) => change.id !== START);
      if (steps.length > 0)
        update((now) => selected(now, picked(now.selection, steps), picksOnlyOff(steps) ? now.edges : []));
    },
    [update, openStart, closeStart],
  );
  const onEdgesChange = useCallback<OnEdgesChange<FlowEdge>>(
    (changes) => {
      const picks = changes.filter((change) => change.type === 'select');
      if (picks.length > 0) update((now) => selected(now, now.selection, picked(now.edges, picks)));
    },
    [update],
  );

  const allNodes = useMemo(
    () => [...ghostNotesOf(ghosts.notes), ...nodes, ...ghostNodesOf(ghosts.steps)],
    [nodes, ghosts],
  );
  const allEdges = useMemo(() => [...ghostEdgesOf(ghosts.edges), ...edges], [edges, ghosts]);
  return { nodes: allNodes, edges: allEdges, onNodesChange, onEdgesChange, setTarget };
}

interface Pick {
  id: string;
  selected: boolean;
}

const picksOnlyOff = (picks: Pick[]) => picks.every((pick) => !pick.selected);

function picked(now: readonly string[], picks: Pick[]): readonly string[] {
  const chosen = new Set(now);
  for (const { id, selected: on } of picks) {
    if (on) chosen.add(id);
    else chosen.delete(id);
  }
  return [...chosen];
}
