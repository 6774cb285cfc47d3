import type { Box, Size } from '@/components/graph/model/boxes';
import type { WorkflowDefinition, WorkflowNote } from '@/lib/definition';

export type NoteColour = NonNullable<WorkflowNote['colour']>;

/** A text that stands free on the canvas. */
export interface CanvasNote {
  /** Its id on the canvas, where no step is called so. */
  key: string;
  text: string;
  colour: NoteColour;
  box: Box;
}

/** The size of a note that has none. */
export const NOTE: Size = { width: 240, height: 120 };

const KEY = '@note:';

export function noteKey(id: string): string {
  return KEY + id;
}

/** The id in the definition; null for what is no note. */
export function noteIdOf(key: string): string | null {
  return key.startsWith(KEY) ? key.slice(KEY.length) : null;
}

export function notesOf({ notes = [] }: WorkflowDefinition): CanvasNote[] {
  return notes.map(({ id, text, colour = 'YELLOW', position }) => ({
    key: noteKey(id),
    text,
    colour,
    box: { ...NOTE, ...position },
  }));
}

/** The notes side by side under what is drawn of the steps, for a drawing that is not the one they were written in. */
export function notesBelow(notes: CanvasNote[], steps: Box[]): CanvasNote[] {
  const left = Math.min(...steps.map((box) => box.x), Infinity);
  const right = Math.max(...steps.map((box) => box.x + box.width), -Infinity);
  const bottom = Math.max(...steps.map((box) => box.y + box.height), -Infinity);
  if (steps.length === 0) return notes;
  let [x, y, height] = [left, bottom + GAP, 0];
  return notes.map((note) => {
    if (x > left && x + note.box.width > right) [x, y, height] = [left, y + height + GAP, 0];
    const box = { ...note.box, x, y };
    x += box.width + GAP;
    height = Math.max(height, box.height);
    return { ...note, box };
  });
}

const GAP = 32;

/** What a note is called: its first line. */
export function noteName(text: string): string {
  return text.trim().split('\n', 1)[0]?.trim() ?? '';
}

/** As a screen reader says it. */
export function noteSpoken(text: string): string {
  return text.trim() === '' ? EMPTY_NOTE : `Note. ${text.trim()}`;
}

export const EMPTY_NOTE = 'Empty note';
