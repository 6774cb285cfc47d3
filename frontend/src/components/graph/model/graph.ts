import type { WorkflowDefinition, WorkflowNode } from '@/lib/definition';
import type { StepType } from '@/lib/api-types';
import { inWords } from '@/lib/format/words';
import { byParent, type Box } from '@/components/graph/model/boxes';
import { CARD, layers, legible, type Point } from '@/components/graph/model/layout';
import { notesBelow, notesOf, type CanvasNote } from '@/components/graph/model/notes';
import { describeNode } from '@/components/graph/model/node-words';

export interface GraphNode {
  id: string;
  type: string;
  category: string;
  icon: string | null;
  name: string;
  /** One line of what the step does, in words. */
  does: string;
  /** The container that it is in. */
  parent: string | null;
  box: Box;
  /** Whether it is drawn around the steps in it. */
  holds: boolean;
}

export interface GraphEdge {
  id: string;
  source: string;
  handle: string;
  target: string;
  /** The handle in words; null for the ordinary way on. */
  label: string | null;
  /** The middle of the label, where that is not the middle of the line. */
  labelAt?: Point;
}

export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  notes: CanvasNote[];
}

export function boxesIn({ nodes, notes }: Pick<Graph, 'nodes' | 'notes'>): Box[] {
  return [...nodes, ...notes].map(({ box }) => box);
}

export const DEFAULT_HANDLE = 'out';

/** The definition as boxes and lines; an edge to a step that does not exist is left out. */
export function graphOf(definition: WorkflowDefinition, stepTypes: StepType[]): Graph {
  const types = new Map(stepTypes.map((type) => [type.type, type]));
  const byId = new Map(definition.nodes.map((node) => [node.id, node]));
  const stored = legible(definition);
  const boxes = stored ?? layers(definition);
  const children = byParent(definition);
  const nameOf = (id: string) => nodeName(byId.get(id), id, types);
  const nodes = definition.nodes.map((node) => ({
    id: node.id,
    type: node.type,
    category: categoryOf(node.type, types.get(node.type)),
    icon: types.get(node.type)?.icon ?? null,
    name: nameOf(node.id),
    does: describeNode(node, types.get(node.type), nameOf),
    parent: node.parent ?? null,
    box: boxes.get(node.id) ?? { x: 0, y: 0, ...CARD },
    holds: children.has(node.id),
  }));
  const notes = notesOf(definition);
  return {
    nodes,
    edges: edgesOf(definition, byId),
    notes: stored ? notes : notesBelow(notes, [...boxes.values()]),
  };
}

function edgesOf(definition: WorkflowDefinition, byId: Map<string, WorkflowNode>): GraphEdge[] {
  return definition.edges
    .filter((edge) => byId.has(edge.source) && byId.has(edge.target))
    .map(({ source, target, sourceHandle }) => {
      const handle = sourceHandle ?? DEFAULT_HANDLE;
      return { id: `${source}:${handle}>${target}`, source, handle, target, label: handleInWords(handle) };
    });
}

export function nodeName(node: WorkflowNode | undefined, id: string, types: Map<string, StepType>): string {
  if (node?.name) return node.name;
  const title = node && types.get(node.type)?.title;
  return title ?? inWords(id);
}

export function handleInWords(handle: string): string | null {
  if (handle === DEFAULT_HANDLE) return null;
  if (handle === 'true') return 'Yes';
  if (handle === 'false') return 'No';
  if (handle === 'error') return 'If it fails';
  if (handle === 'default') return 'Otherwise';
  return inWords(handle);
}

const MESSAGE_TYPES = new Set(['email', 'sms', 'webhook', 'event', 'http']);

export function categoryOf(type: string, stepType?: StepType): string {
  const named = stepType?.category.toLowerCase();
  if (named !== undefined && named !== '') return MESSAGE_TYPES.has(named) ? 'message' : named;
  const prefix = type.split('.')[0] ?? '';
  return MESSAGE_TYPES.has(prefix) ? 'message' : prefix;
}
