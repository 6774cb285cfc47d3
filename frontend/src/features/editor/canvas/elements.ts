import { MarkerType, Position, type Edge, type Node, type NodeHandle } from '@xyflow/react';
import { HEAD } from '@/components/graph/model/boxes';
import { CARD } from '@/components/graph/model/layout';
import type { CanvasNote } from '@/components/graph/model/notes';
import type { NodeState } from '@/components/graph/model/states';
import type { ViewHandle, View, ViewEdge, ViewStep } from '@/features/editor/model/view';
import type { Severity } from '@/lib/api-types';
import { inWords } from '@/lib/format/words';

export const START = '@start';
export { HEAD };
export const ROW = 24;

export type Mark = 'added' | 'removed' | 'changed';

export interface StepData extends Record<string, unknown> {
  step: ViewStep;
  problem: { severity: Severity; text: string; count: number } | null;
  state: NodeState | null;
  mark: Mark | null;
  isTarget: boolean;
}

export interface StartData extends Record<string, unknown> {
  words: string[];
  isEmpty: boolean;
}

export type StepNode = Node<StepData, 'step' | 'container'>;
export type StartNode = Node<StartData, 'start'>;
/** A step that is no more, shown while a version is compared. */
export type GhostNode = Node<{ step: ViewStep }, 'ghost'>;
export type NoteNode = Node<{ note: CanvasNote; mark: Mark | null }, 'note'>;
export type FlowNode = StepNode | StartNode | GhostNode | NoteNode;

export interface EdgeData extends Record<string, unknown> {
  isError: boolean;
  mark: Mark | null;
  /** What an inserted step leads to when nothing leads to it yet. */
  before: string | null;
}

export type FlowEdge = Edge<EdgeData, 'step'>;

export interface Shown {
  selection: ReadonlySet<string>;
  edges: ReadonlySet<string>;
  problems: ReadonlyMap<string, StepData['problem']>;
  states: ReadonlyMap<string, NodeState>;
  marks: ReadonlyMap<string, Mark>;
  target: string | null;
}

/** Where the dot of each way on is, from the top of the card. */
export function handleY(step: ViewStep, handle: ViewHandle): number {
  const ways = step.handles.filter((one) => !one.isError);
  if (step.isContainer) return handle.isError ? step.box.height : HEAD / 2;
  if (handle.isError) return step.box.height;
  return ways.length <= 1 ? CARD.height / 2 : HEAD + ways.indexOf(handle) * ROW + ROW / 2;
}

const DOT = 16;

export function nodesOf(view: View, shown: Shown, before: ReadonlyMap<string, FlowNode>): FlowNode[] {
  return view.steps.map((step) => {
    const { width, height } = step.box;
    const node: StepNode = {
      id: step.id,
      type: step.isContainer ? 'container' : 'step',
      position: step.offset,
      ...(step.parent === null ? {} : { parentId: step.parent }),
      width,
      height,
      measured: { width, height },
      handles: dotsOf(step),
      selected: shown.selection.has(step.id),
      zIndex: step.isContainer ? 0 : 1,
      ariaLabel: spoken(step, shown),
      data: {
        step,
        problem: shown.problems.get(step.id) ?? null,
        state: shown.states.get(step.id) ?? null,
        mark: shown.marks.get(step.id) ?? null,
        isTarget: shown.target === step.id,
      },
    };
    return kept(node, before.get(step.id));
  });
}

/** Where the library has its edges begin and end at a step. */
export function dotsOf(step: ViewStep): NodeHandle[] {
  const dot = { width: DOT, height: DOT };
  const { width } = step.box;
  return [
    { id: 'in', type: 'target', position: Position.Left, x: -DOT / 2, y: inY(step) - DOT / 2, ...dot },
    ...step.handles.map((handle) => ({
      id: handle.id,
      type: 'source' as const,
      position: handle.isError ? Position.Bottom : Position.Right,
      x: handle.isError ? width - 40 - DOT / 2 : width - DOT / 2,
      y: handleY(step, handle) - DOT / 2,
      ...dot,
    })),
  ];
}

export function inY(step: ViewStep): number {
  return step.isContainer ? HEAD / 2 : step.box.height === CARD.height ? CARD.height / 2 : HEAD / 2;
}

function spoken(step: ViewStep, { problems, states, marks }: Shown): string {
  const mark = marks.get(step.id);
  const problem = problems.get(step.id);
  const state = states.get(step.id);
  return sentences(
    step.name,
    step.does,
    ...(mark ? [inWords(mark)] : []),
    ...(problem ? [`Problem: ${problem.text}`] : []),
    ...(state ? [state.status.toLowerCase()] : []),
  );
}

/** The parts as a screen reader shall read them, with a pause between. */
export function sentences(...parts: string[]): string {
  return parts.map((part) => part.replace(/\.$/, '')).join('. ');
}

/** The same object as before where nothing differs, so that the library has nothing to do. */
function kept(node: StepNode, before: FlowNode | undefined): FlowNode {
  if (before?.type !== node.type) return node;
  const [a, b] = [node.data, before.data];
  const same =
    before.selected === node.selected &&
    before.parentId === node.parentId &&
    before.position.x === node.position.x &&
    before.position.y === node.position.y &&
    before.width === node.width &&
    before.height === node.height &&
    a.problem === b.problem &&
    a.state === b.state &&
    a.mark === b.mark &&
    a.isTarget === b.isTarget &&
    JSON.stringify({ ...a.step, box: 0 }) === JSON.stringify({ ...b.step, box: 0 });
  return same ? before : node;
}

const START_GAP = 92;

/** The card that says what starts the workflow, left of the first steps. */
export function startNode(view: View, words: string[], selected: boolean): StartNode {
  const entries = view.entries.flatMap((id) => view.boxes.get(id) ?? []);
  const left = Math.min(0, ...view.steps.map((step) => step.box.x));
  const tops = entries.map((box) => box.y);
  const y = tops.length === 0 ? 0 : Math.round((Math.min(...tops) + Math.max(...tops)) / 2);
  return {
    id: START,
    type: 'start',
    position: { x: left - CARD.width - START_GAP, y },
    width: CARD.width,
    height: CARD.height,
    measured: CARD,
    handles: [
      {
        id: 'out',
        type: 'source',
        position: Position.Right,
        x: CARD.width - 8,
        y: CARD.height / 2 - 8,
        width: 16,
        height: 16,
      },
    ],
    draggable: false,
    selected,
    ariaLabel: `Start. ${words.join(' or ')}`,
    data: { words, isEmpty: view.steps.length === 0 },
  };
}

export function edgesOf(view: View, shown: Shown): FlowEdge[] {
  const starts = view.entries.map((id) =>
    lineOf(`${START}>${id}`, { source: START, handle: 'out', target: id }, shown, id),
  );
  return [...starts, ...view.edges.map((edge) => lineOf(edge.id, edge, shown, null))];
}

const STROKE: Record<Mark, string> = {
  added: 'var(--completed)',
  removed: 'var(--failed)',
  changed: 'var(--compensating)',
};

type Ends = Pick<ViewEdge, 'source' | 'handle' | 'target'> & Partial<ViewEdge>;

export function lineOf(
  id: string,
  edge: Ends,
  shown: Pick<Shown, 'marks' | 'edges'>,
  before: string | null,
): FlowEdge {
  const isError = edge.isError === true;
  const mark = shown.marks.get(id) ?? null;
  const selected = shown.edges.has(id);
  const stroke = mark
    ? STROKE[mark]
    : selected
      ? 'var(--accent-ink)'
      : isError
        ? 'var(--failed)'
        : 'var(--ink-faint)';
  return {
    id,
    type: 'step',
    source: edge.source,
    sourceHandle: edge.handle,
    target: edge.target,
    targetHandle: 'in',
    selected,
    selectable: before === null,
    focusable: before === null,
    zIndex: 1,
    ariaLabel: [edge.spoken ?? 'From the start', ...(mark ? [inWords(mark)] : [])].join('. '),
    data: { isError, mark, before },
    style: {
      stroke,
      strokeWidth: selected ? 2.5 : 1.5,
      strokeDasharray: before !== null ? '4 4' : isError || mark === 'removed' ? '6 4' : undefined,
    },
    markerEnd: {
      type: MarkerType.ArrowClosed,
      color: stroke,
      width: 18,
      height: 18,
      markerUnits: 'userSpaceOnUse',
    },
  };
}
