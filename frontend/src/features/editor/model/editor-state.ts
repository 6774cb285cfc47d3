import type { Catalogue } from './catalogue';
import { waysIn } from './catalogue';
import { boxesOf } from './geometry';
import { historyOf, recorded, type History } from './history';
import { fitted } from './moving';
import { noteBoxes } from './notes';
import { settled } from './settle';
import { edgeId, type Definition } from './steps';

export interface EditorState {
  history: History;
  /** Ids of steps and notes, as they are called on the canvas. */
  selection: readonly string[];
  /** Ids of edges. */
  edges: readonly string[];
  /** What was copied last, as text. */
  clipboard: string | null;
  catalogue: Catalogue;
  readOnly: boolean;
}

/** Something that can be done to what is edited; it is a value, so that buttons, keys, lists and tests share it. */
export interface EditAction {
  id: string;
  label: string;
  /** As in "Ctrl+D"; several are separated by spaces. */
  shortcut?: string;
  isEnabled: (state: EditorState) => boolean;
  perform: (state: EditorState) => EditorState;
}

export function opened(definition: Definition, catalogue: Catalogue, readOnly: boolean): EditorState {
  return {
    history: historyOf(settled(definition, waysIn(catalogue))),
    selection: [],
    edges: [],
    clipboard: null,
    catalogue,
    readOnly,
  };
}

export function definitionOf(state: EditorState): Definition {
  return state.history.present.definition;
}

export function boxesIn(state: EditorState) {
  const definition = definitionOf(state);
  return new Map([...boxesOf(definition, waysIn(state.catalogue)), ...noteBoxes(definition)]);
}

interface Change {
  selection?: readonly string[];
  joins?: string | null;
}

/** The state after a change: a moment to return to, with boxes that fit and a selection of what is there. */
export function changed(
  state: EditorState,
  definition: Definition,
  label: string,
  change: Change = {},
): EditorState {
  const before = definitionOf(state);
  if (definition === before) return state;
  const fit = fitted(before, definition, state.catalogue);
  const history = recorded(state.history, fit, label, change.joins ?? null);
  return cleaned({ ...state, history, selection: change.selection ?? state.selection });
}

/** Forgets what is selected but gone. */
export function cleaned(state: EditorState): EditorState {
  const definition = definitionOf(state);
  const { nodes, edges } = definition;
  const ids = new Set([...nodes.map((node) => node.id), ...noteBoxes(definition).keys()]);
  const lines = new Set(edges.map(edgeId));
  return {
    ...state,
    selection: state.selection.filter((id) => ids.has(id)),
    edges: state.edges.filter((id) => lines.has(id)),
  };
}

export function selected(
  state: EditorState,
  selection: readonly string[],
  edges: readonly string[] = [],
): EditorState {
  return { ...state, selection, edges };
}
