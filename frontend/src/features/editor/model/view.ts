import { categoryOf, nodeName } from '@/components/graph/model/graph';
import { notesOf, type CanvasNote } from '@/components/graph/model/notes';
import { describeNode } from '@/components/graph/model/node-words';
import type { Point } from '@/components/graph/model/layout';
import { waysIn, type Catalogue } from './catalogue';
import { boxesOf, type Box } from './geometry';
import { handlesOf, type StepHandle } from './handles';
import { edgeId, entriesOf, handleOf, isContainer, nodesById, parentOf, type Definition } from './steps';

export interface ViewHandle extends StepHandle {
  /** Whether nothing follows on this way yet. */
  isOpen: boolean;
}

export interface ViewStep {
  id: string;
  type: string;
  category: string;
  icon: string | null;
  name: string;
  does: string;
  note: string | null;
  parent: string | null;
  isContainer: boolean;
  isKnown: boolean;
  isEmpty: boolean;
  handles: ViewHandle[];
  box: Box;
  /** From the corner of its container, or of the canvas. */
  offset: Point;
}

export interface ViewEdge {
  id: string;
  source: string;
  handle: string;
  target: string;
  isError: boolean;
  spoken: string;
}

export interface View {
  steps: ViewStep[];
  edges: ViewEdge[];
  byId: ReadonlyMap<string, ViewStep>;
  boxes: ReadonlyMap<string, Box>;
  notes: CanvasNote[];
  /** The boxes of steps and notes. */
  drawn: ReadonlyMap<string, Box>;
  /** The steps with which an execution begins. */
  entries: string[];
}

/** What the canvas and the outline show of a definition; containers come before what is in them. */
export function viewOf(definition: Definition, catalogue: Catalogue): View {
  const nodes = nodesById(definition);
  const boxes = boxesOf(definition, waysIn(catalogue));
  const types = new Map(catalogue);
  const used = new Set(definition.edges.map((edge) => `${edge.source}:${handleOf(edge)}`));
  const holding = new Set(definition.nodes.flatMap((node) => node.parent ?? []));
  const nameOf = (id: string) => nodeName(nodes.get(id), id, types);

  const steps = definition.nodes.map((node): ViewStep => {
    const type = catalogue.get(node.type);
    const box = boxes.get(node.id) ?? { x: 0, y: 0, width: 0, height: 0 };
    const around = boxes.get(parentOf(node) ?? '');
    return {
      id: node.id,
      type: node.type,
      category: categoryOf(node.type, type),
      icon: type?.icon ?? null,
      name: nameOf(node.id),
      does: describeNode(node, type, nameOf),
      note: node.note ?? null,
      parent: around ? parentOf(node) : null,
      isContainer: isContainer(node.type),
      isKnown: type !== undefined,
      isEmpty: !holding.has(node.id),
      handles: handlesOf(node, type).map((handle) => ({
        ...handle,
        isOpen: !used.has(`${node.id}:${handle.id}`),
      })),
      box,
      offset: { x: box.x - (around?.x ?? 0), y: box.y - (around?.y ?? 0) },
    };
  });
  const byId = new Map(steps.map((step) => [step.id, step]));
  const notes = notesOf(definition);
  return {
    steps: containersFirst(steps, byId),
    edges: edgesOf(definition, byId),
    byId,
    boxes,
    notes,
    drawn: new Map([...boxes, ...notes.map(({ key, box }) => [key, box] as const)]),
    entries: entriesOf(definition).map((node) => node.id),
  };
}

function edgesOf(definition: Definition, byId: ReadonlyMap<string, ViewStep>): ViewEdge[] {
  const seen = new Set<string>();
  return definition.edges.flatMap((edge) => {
    const [source, target] = [byId.get(edge.source), byId.get(edge.target)];
    const id = edgeId(edge);
    if (!source || !target || seen.has(id)) return [];
    seen.add(id);
    const handle = handleOf(edge);
    const way =
      source.handles.length > 1
        ? `, ${source.handles.find((one) => one.id === handle)?.label ?? handle}`
        : '';
    return [
      {
        id,
        source: edge.source,
        handle,
        target: edge.target,
        isError: handle === 'error',
        spoken: `From “${source.name}”${way}, to “${target.name}”`,
      },
    ];
  });
}

function containersFirst(steps: ViewStep[], byId: ReadonlyMap<string, ViewStep>): ViewStep[] {
  const depth = (step: ViewStep): number => {
    let found = 0;
    for (let at = step.parent; at !== null && found < 50; at = byId.get(at)?.parent ?? null) found += 1;
    return found;
  };
  return steps
    .map((step) => ({ step, depth: depth(step) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ step }) => step);
}

/** What may be looked for by a part of its name, of what it does, or of its id. */
export function searched(view: View, query: string): ViewStep[] {
  const words = query.trim().toLowerCase();
  if (words === '') return [];
  return view.steps.filter((step) =>
    `${step.name} ${step.does} ${step.id} ${step.note ?? ''}`.toLowerCase().includes(words),
  );
}

export function notesSaying({ notes }: View, query: string): CanvasNote[] {
  const words = query.trim().toLowerCase();
  return words === '' ? [] : notes.filter((note) => note.text.toLowerCase().includes(words));
}
