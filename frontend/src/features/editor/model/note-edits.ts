import type { Point } from '@/components/graph/model/layout';
import { noteIdOf, type NoteColour } from '@/components/graph/model/notes';
import { boxesIn, changed, definitionOf, type EditAction, type EditorState } from './editor-state';
import type { Box } from './geometry';
import { noteAdded, noteColoured, noteIdsOf, noteResized, noteWritten } from './notes';

const writable = (state: EditorState) => !state.readOnly;

const MOST = 200;

/** A new note, with its middle at a place of the canvas unless something stands there. */
export function addNote(centre: Point): EditAction {
  return {
    id: 'add-note',
    label: 'Add a note',
    isEnabled: (state) => writable(state) && noteIdsOf(definitionOf(state)).size < MOST,
    perform: (state) => {
      const { definition, key } = noteAdded(definitionOf(state), boxesIn(state).values(), centre);
      return changed({ ...state, edges: [] }, definition, 'Add a note', { selection: [key] });
    },
  };
}

export function writeNote(key: string, text: string): EditAction {
  return onNote('write-note', 'Write a note', key, {
    joins: true,
    change: (definition, id) => noteWritten(definition, id, text),
  });
}

export function colourNote(key: string, colour: NoteColour): EditAction {
  return onNote('colour-note', 'Colour a note', key, {
    joins: false,
    change: (definition, id) => noteColoured(definition, id, colour),
  });
}

export function resizeNote(key: string, box: Box): EditAction {
  return onNote('resize-note', 'Resize a note', key, {
    joins: false,
    change: (definition, id) => noteResized(definition, id, box),
  });
}

interface NoteEdit {
  /** Whether edits of this kind that follow each other are undone together. */
  joins: boolean;
  change: (definition: ReturnType<typeof definitionOf>, id: string) => ReturnType<typeof definitionOf>;
}

function onNote(id: string, label: string, key: string, { joins, change }: NoteEdit): EditAction {
  const noteId = noteIdOf(key) ?? '';
  return {
    id,
    label,
    isEnabled: (state) => writable(state) && noteIdsOf(definitionOf(state)).has(noteId),
    perform: (state) =>
      changed(state, change(definitionOf(state), noteId), label, { joins: joins ? `${id}:${key}` : null }),
  };
}
