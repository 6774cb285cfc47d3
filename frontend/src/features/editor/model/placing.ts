import type { Point } from '@/components/graph/model/layout';
import type { Place } from './adding';
import { definitionOf, type EditorState } from './editor-state';
import { handlesOf } from './handles';
import { edgeId, handleOf, isContainer, nodesById, type Definition } from './steps';
import type { StepType } from '@/lib/api-types';
import type { WorkflowNode } from '@/lib/definition';

/** Where a step belongs that is added without pointing: behind what is selected, else behind the only end. */
export function placeFor(state: EditorState, type: StepType, centre: Point): Place {
  const definition = definitionOf(state);
  const free: Place = { kind: 'free', at: centre, parent: null };
  const [edge] = state.edges;
  const goesOn = type.handles.length > 0 || type.dynamicHandles != null;
  if (edge !== undefined && state.selection.length === 0 && goesOn) return { kind: 'on', edge };
  const chosen = nodesById(definition).get(state.selection.at(-1) ?? '') ?? onlyEnd(state, definition);
  if (!chosen) return free;
  if (isContainer(chosen.type) && !definition.nodes.some((node) => node.parent === chosen.id))
    return { kind: 'inside', parent: chosen.id };
  return behind(state, definition, chosen, goesOn) ?? free;
}

function behind(
  state: EditorState,
  definition: Definition,
  node: WorkflowNode,
  goesOn: boolean,
): Place | null {
  const ways = handlesOf(node, state.catalogue.get(node.type)).filter((handle) => !handle.isError);
  const from = (handle: string) =>
    definition.edges.filter((edge) => edge.source === node.id && handleOf(edge) === handle);
  const open = ways.find((way) => from(way.id).length === 0);
  if (open) return { kind: 'after', source: node.id, handle: open.id };
  const [way] = ways;
  if (!way) return null;
  const [only, ...more] = from(way.id);
  if (only && more.length === 0 && goesOn) return { kind: 'on', edge: edgeId(only) };
  return { kind: 'after', source: node.id, handle: way.id };
}

function onlyEnd(state: EditorState, definition: Definition): WorkflowNode | undefined {
  const sources = new Set(definition.edges.map((edge) => edge.source));
  const ends = definition.nodes.filter(
    (node) =>
      node.parent === undefined &&
      !sources.has(node.id) &&
      handlesOf(node, state.catalogue.get(node.type)).length > 0,
  );
  return ends.length === 1 ? ends[0] : undefined;
}
