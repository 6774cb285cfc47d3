import { aligned, distributed, type Axis, type Side } from './arranging';
import { waysIn } from './catalogue';
import { chosenInWords, thingsInWords } from './chosen';
import { copied, duplicated, pasted } from './copying';
import {
  boxesIn,
  changed,
  cleaned,
  definitionOf,
  selected,
  type EditAction,
  type EditorState,
} from './editor-state';
import { redone, undone } from './history';
import { movedInto, shifted } from './moving';
import { removed } from './removing';
import { laidOut } from './settle';
import { nodesById, parentOf } from './steps';

const writable = (state: EditorState) => !state.readOnly;
const hasSelection = (state: EditorState) => state.selection.length > 0;
const hasAnything = (state: EditorState) => hasSelection(state) || state.edges.length > 0;

const undo: EditAction = {
  id: 'undo',
  label: 'Undo',
  shortcut: 'Ctrl+Z',
  isEnabled: (state) => writable(state) && state.history.past.length > 0,
  perform: (state) => cleaned({ ...state, history: undone(state.history) }),
};

const redo: EditAction = {
  id: 'redo',
  label: 'Redo',
  shortcut: 'Ctrl+Shift+Z Ctrl+Y',
  isEnabled: (state) => writable(state) && state.history.future.length > 0,
  perform: (state) => cleaned({ ...state, history: redone(state.history) }),
};

const copy: EditAction = {
  id: 'copy',
  label: 'Copy',
  shortcut: 'Ctrl+C',
  isEnabled: hasSelection,
  perform: (state) => ({ ...state, clipboard: copied(definitionOf(state), state.selection) }),
};

const remove: EditAction = {
  id: 'delete',
  label: 'Delete',
  shortcut: 'Delete Backspace',
  isEnabled: (state) => writable(state) && hasAnything(state),
  perform: (state) =>
    changed(
      state,
      removed(definitionOf(state), state.selection, state.edges),
      `Delete ${chosenInWords(state)}`,
      {
        selection: [],
      },
    ),
};

const cut: EditAction = {
  id: 'cut',
  label: 'Cut',
  shortcut: 'Ctrl+X',
  isEnabled: (state) => writable(state) && hasSelection(state),
  perform: (state) => remove.perform(copy.perform(state)),
};

const paste: EditAction = {
  id: 'paste',
  label: 'Paste',
  shortcut: 'Ctrl+V',
  isEnabled: writable,
  perform: (state) => (state.clipboard === null ? state : pasteText(state.clipboard).perform(state)),
};

const duplicate: EditAction = {
  id: 'duplicate',
  label: 'Duplicate',
  shortcut: 'Ctrl+D',
  isEnabled: (state) => writable(state) && hasSelection(state),
  perform: (state) => {
    const result = duplicated(definitionOf(state), state.selection);
    return result === null
      ? state
      : changed(state, result.definition, `Duplicate ${chosenInWords(state)}`, { selection: result.ids });
  },
};

const selectAll: EditAction = {
  id: 'select-all',
  label: 'Select all',
  shortcut: 'Ctrl+A',
  isEnabled: (state) => boxesIn(state).size > 0,
  perform: (state) => selected(state, [...boxesIn(state).keys()]),
};

const tidy: EditAction = {
  id: 'tidy',
  label: 'Tidy up',
  shortcut: 'Shift+T',
  isEnabled: (state) => writable(state) && definitionOf(state).nodes.length > 1,
  perform: (state) => changed(state, laidOut(definitionOf(state), waysIn(state.catalogue)), 'Tidy up'),
};

const moveOut: EditAction = {
  id: 'move-out',
  label: 'Take out of its box',
  isEnabled: (state) =>
    writable(state) &&
    state.selection.some((id) => parentOf(nodesById(definitionOf(state)).get(id)) !== null),
  perform: (state) => {
    const byId = nodesById(definitionOf(state));
    const boxes = boxesIn(state);
    return state.selection.reduce((result, id) => {
      const parent = parentOf(byId.get(id));
      if (parent === null) return result;
      const box = boxes.get(id);
      const wall = boxes.get(parent);
      const down = box && wall ? wall.y + wall.height + 40 - box.y : 0;
      const outside = movedInto(definitionOf(result), [id], parentOf(byId.get(parent)));
      return changed(result, shifted(outside, [id], { x: 0, y: down }), 'Take out of its box');
    }, state);
  },
};

/** What the toolbar, the keyboard, the menus and the outline offer. */
export const ACTIONS: readonly EditAction[] = [
  undo,
  redo,
  cut,
  copy,
  paste,
  duplicate,
  remove,
  selectAll,
  tidy,
  moveOut,
  ...(['left', 'center', 'right', 'top', 'middle', 'bottom'] as const).map(align),
  ...(['across', 'down'] as const).map(distribute),
  ...(
    [
      ['left', -1, 0],
      ['right', 1, 0],
      ['up', 0, -1],
      ['down', 0, 1],
    ] as const
  ).map(([way, x, y]) => nudge(way, x, y)),
];

export function actionOf(id: string): EditAction {
  const found = ACTIONS.find((action) => action.id === id);
  if (!found) throw new Error(`Expected an action called ${id}, but there is none.`);
  return found;
}

export function pasteText(
  text: string,
  at: { x: number; y: number } | null = null,
  into: string | null = null,
): EditAction {
  return {
    id: 'paste-text',
    label: 'Paste',
    isEnabled: writable,
    perform: (state) => {
      const result = pasted(definitionOf(state), text, at, into);
      if (result === null) return state;
      const label = `Paste ${thingsInWords(result.ids)}`;
      return changed({ ...state, clipboard: text }, result.definition, label, { selection: result.ids });
    },
  };
}

function align(side: Side): EditAction {
  return {
    id: `align-${side}`,
    label: `Align ${side}`,
    isEnabled: (state) => writable(state) && state.selection.length > 1,
    perform: (state) =>
      changed(state, aligned(definitionOf(state), boxesIn(state), state.selection, side), `Align ${side}`),
  };
}

function distribute(axis: Axis): EditAction {
  return {
    id: `distribute-${axis}`,
    label: axis === 'across' ? 'Space evenly across' : 'Space evenly down',
    isEnabled: (state) => writable(state) && state.selection.length > 2,
    perform: (state) =>
      changed(state, distributed(definitionOf(state), boxesIn(state), state.selection, axis), 'Space evenly'),
  };
}

const STEP = 20;

function nudge(way: string, x: number, y: number): EditAction {
  return {
    id: `nudge-${way}`,
    label: `Move ${way}`,
    shortcut: `Alt+Arrow${way.charAt(0).toUpperCase()}${way.slice(1)}`,
    isEnabled: (state) => writable(state) && hasSelection(state),
    perform: (state) =>
      changed(state, shifted(definitionOf(state), state.selection, { x: x * STEP, y: y * STEP }), 'Move', {
        joins: `nudge:${state.selection.join()}`,
      }),
  };
}
