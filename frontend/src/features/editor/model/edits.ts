import type { Point } from '@/components/graph/model/layout';
import { added, type Place } from './adding';
import { connected, refusalOf, type Link } from './connecting';
import { changed, definitionOf, type EditAction, type EditorState } from './editor-state';
import { snapped, type Box } from './geometry';
import { waysIn } from './catalogue';
import { movedInto, resized, shifted } from './moving';
import { renameRefusal } from './names';
import { renamed } from './renaming';
import { settled } from './settle';
import { edgeFrom, edgeId, handleOf, nodesById, withNode, type Definition } from './steps';
import type { StepType } from '@/lib/api-types';
import type { JsonObject } from '@/lib/json';

const writable = (state: EditorState) => !state.readOnly;

/** `given`: settings that the new step has at once. */
export function addStep(type: StepType, place: Place, given: JsonObject = {}): EditAction {
  return {
    id: 'add-step',
    label: `Add “${type.title}”`,
    isEnabled: writable,
    perform: (state) => {
      const result = added(definitionOf(state), state.catalogue, type, place);
      if (result === null) return state;
      const next = withNode(result.definition, result.id, (node) => ({
        ...node,
        config: { ...node.config, ...given },
      }));
      return changed({ ...state, edges: [] }, next, `Add “${type.title}”`, {
        selection: [result.id],
      });
    },
  };
}

export function connect(link: Link): EditAction {
  return {
    id: 'connect',
    label: 'Connect',
    isEnabled: (state) => writable(state) && refusalOf(definitionOf(state), link) === null,
    perform: (state) => changed(state, connected(definitionOf(state), link), 'Connect'),
  };
}

/** Leads an edge to another step, or has it start elsewhere. */
export function reconnect(edge: string, link: Link): EditAction {
  const rest = (definition: Definition) => ({
    ...definition,
    edges: definition.edges.filter((one) => edgeId(one) !== edge),
  });
  return {
    id: 'reconnect',
    label: 'Move the connection',
    isEnabled: (state) => writable(state) && refusalOf(rest(definitionOf(state)), link) === null,
    perform: (state) => changed(state, connected(rest(definitionOf(state)), link), 'Move the connection'),
  };
}

/** Moves steps on the canvas, and into the container on which they are dropped. */
export function drop(ids: readonly string[], by: Point, parent: string | null | undefined): EditAction {
  return {
    id: 'move',
    label: 'Move',
    isEnabled: writable,
    perform: (state) => {
      const moved = shifted(definitionOf(state), ids, { x: snapped(by.x), y: snapped(by.y) });
      const into = parent === undefined ? moved : movedInto(moved, ids, parent);
      const word = into === moved ? 'Move' : parent === null ? 'Take out of its box' : 'Move into a box';
      return changed(state, into, word);
    },
  };
}

export function moveInto(ids: readonly string[], parent: string | null): EditAction {
  return {
    id: 'move-into',
    label: parent === null ? 'Take out of its box' : 'Move into a box',
    isEnabled: writable,
    perform: (state) => changed(state, movedInto(definitionOf(state), ids, parent), 'Move into a box'),
  };
}

export function resize(id: string, box: Box): EditAction {
  return {
    id: 'resize',
    label: 'Resize',
    isEnabled: writable,
    perform: (state) => changed(state, resized(definitionOf(state), id, box), 'Resize'),
  };
}

export function rename(from: string, to: string): EditAction {
  return {
    id: 'rename',
    label: 'Rename',
    isEnabled: (state) =>
      writable(state) && from !== to && renameRefusal(definitionOf(state), from, to) === null,
    perform: (state) =>
      changed(state, renamed(definitionOf(state), from, to), `Rename to “${to}”`, {
        selection: state.selection.map((id) => (id === from ? to : id)),
      }),
  };
}

export function setNote(id: string, note: string): EditAction {
  return {
    id: 'note',
    label: 'Note',
    isEnabled: writable,
    perform: (state) => {
      if (nodesById(definitionOf(state)).get(id)?.note === (note === '' ? undefined : note)) return state;
      const next = withNode(definitionOf(state), id, ({ note: _, ...node }) =>
        note === '' ? node : { ...node, note },
      );
      return changed(state, next, 'Note', { joins: `note:${id}` });
    },
  };
}

/** Takes over a definition that was changed elsewhere: in a form, as JSON, or by a version that came back. */
export function replace(definition: Definition, label: string, joins: string | null = null): EditAction {
  return {
    id: 'replace',
    label,
    isEnabled: writable,
    perform: (state) =>
      changed(state, settled(withoutLooseEnds(definition), waysIn(state.catalogue)), label, { joins }),
  };
}

/** An edge to a step that is not there cannot be drawn, and is left out. */
function withoutLooseEnds(after: Definition): Definition {
  const ids = new Set(after.nodes.map((node) => node.id));
  const edges = after.edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target));
  return edges.length === after.edges.length
    ? after
    : { ...after, edges: edges.map((edge) => edgeFrom(edge.source, handleOf(edge), edge.target)) };
}
