import { NOTE, noteKey, notesOf, type NoteColour } from '@/components/graph/model/notes';
import type { Point } from '@/components/graph/model/layout';
import { GRID, middle, snapped, type Box, type Size } from './geometry';
import { freshId } from './names';
import type { Definition } from './steps';
import type { WorkflowNote } from '@/lib/definition';

export const LONGEST_NOTE = 2000;
export const SMALLEST_NOTE: Size = { width: 120, height: 60 };
export const COLOURS: readonly NoteColour[] = ['YELLOW', 'BLUE', 'GREEN', 'PINK'];
const DEFAULT_COLOUR: NoteColour = 'YELLOW';

/** The box of each note by its id on the canvas. */
export function noteBoxes(definition: Definition): Map<string, Box> {
  return new Map(notesOf(definition).map(({ key, box }) => [key, box]));
}

export function noteIdsOf({ notes = [] }: Definition): Set<string> {
  return new Set(notes.map((note) => note.id));
}

/** The definition with other notes; without any it does not name them. */
export function withNotes(definition: Definition, notes: WorkflowNote[]): Definition {
  const { notes: _, ...rest } = definition;
  return notes.length === 0 ? rest : { ...rest, notes };
}

function withNote(
  definition: Definition,
  id: string,
  change: (note: WorkflowNote) => WorkflowNote,
): Definition {
  const { notes = [] } = definition;
  return { ...definition, notes: notes.map((note) => (note.id === id ? change(note) : note)) };
}

/** Adds an empty note with its middle at a place, or below what stands there. */
export function noteAdded(
  definition: Definition,
  boxes: Iterable<Box>,
  centre: Point,
): { definition: Definition; key: string } {
  const { notes = [] } = definition;
  const id = freshId(noteIdsOf(definition), 'note');
  const wish = { x: snapped(centre.x - NOTE.width / 2), y: snapped(centre.y - NOTE.height / 2) };
  const corner = belowOthers({ ...wish, ...NOTE }, [...boxes]);
  const note = { id, text: '', position: { ...corner, ...NOTE } };
  return { definition: { ...definition, notes: [...notes, note] }, key: noteKey(id) };
}

function belowOthers(box: Box, others: Box[]): Point {
  const inTheWay = others.filter(
    (other) =>
      box.x < other.x + other.width &&
      other.x < box.x + box.width &&
      box.y < other.y + other.height &&
      other.y < box.y + box.height,
  );
  if (inTheWay.length === 0) return { x: box.x, y: box.y };
  const bottom = Math.max(...inTheWay.map((other) => other.y + other.height));
  return belowOthers({ ...box, y: Math.ceil(bottom / GRID + 1) * GRID }, others);
}

export function noteWritten(definition: Definition, id: string, text: string): Definition {
  return withNote(definition, id, (note) => ({ ...note, text: text.slice(0, LONGEST_NOTE) }));
}

export function noteColoured(definition: Definition, id: string, colour: NoteColour): Definition {
  return withNote(definition, id, ({ colour: _, ...note }) =>
    colour === DEFAULT_COLOUR ? note : { ...note, colour },
  );
}

export function noteResized(definition: Definition, id: string, { x, y, width, height }: Box): Definition {
  const size = {
    width: Math.max(SMALLEST_NOTE.width, width),
    height: Math.max(SMALLEST_NOTE.height, height),
  };
  return withNote(definition, id, (note) => ({ ...note, position: { x, y, ...size } }));
}

/** Moves those of the chosen things that are notes. */
export function notesShifted(definition: Definition, chosen: ReadonlySet<string>, by: Point): Definition {
  const { notes = [] } = definition;
  if (!notes.some((note) => chosen.has(noteKey(note.id)))) return definition;
  return notes
    .filter((note) => chosen.has(noteKey(note.id)))
    .reduce(
      (result, { id }) =>
        withNote(result, id, (note) => ({
          ...note,
          position: { ...note.position, x: note.position.x + by.x, y: note.position.y + by.y },
        })),
      definition,
    );
}

/** Takes each note along with the step that it was nearest to, when all steps have got other places. */
export function notesAlong(before: Definition, after: Definition): Definition {
  const { notes = [] } = before;
  const placed = before.nodes.flatMap(({ id, position }) => (position ? [{ id, position }] : []));
  const now = new Map(after.nodes.map((node) => [node.id, node.position]));
  return notes.reduce((result, note) => {
    const at = middle({ ...NOTE, ...note.position });
    const distance = ({ position }: (typeof placed)[number]) =>
      Math.hypot(position.x - at.x, position.y - at.y);
    const [nearest] = [...placed].sort((a, b) => distance(a) - distance(b));
    const to = nearest && now.get(nearest.id);
    if (!to) return result;
    const by = { x: to.x - nearest.position.x, y: to.y - nearest.position.y };
    return notesShifted(result, new Set([noteKey(note.id)]), by);
  }, after);
}
