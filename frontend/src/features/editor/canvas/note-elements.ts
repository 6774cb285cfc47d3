import type { FlowNode, Mark, NoteNode, Shown } from '@/features/editor/canvas/elements';
import { noteSpoken, type CanvasNote } from '@/components/graph/model/notes';
import { inWords } from '@/lib/format/words';

/** The notes lie under all steps, so that they hide nothing. */
export function noteNodesOf(
  notes: readonly CanvasNote[],
  { selection, marks }: Pick<Shown, 'selection' | 'marks'>,
  before: ReadonlyMap<string, FlowNode>,
): NoteNode[] {
  return notes.map((note) => {
    const node = {
      ...noteNode(note, marks.get(note.key) ?? null),
      selected: selection.has(note.key),
    };
    const was = before.get(note.key);
    const same =
      was?.type === 'note' &&
      was.selected === node.selected &&
      was.data.mark === node.data.mark &&
      was.position.x === note.box.x &&
      was.position.y === note.box.y &&
      JSON.stringify(was.data.note) === JSON.stringify(note);
    return same ? was : node;
  });
}

/** The notes that a version had and the draft has not. */
export function ghostNotesOf(notes: readonly CanvasNote[]): NoteNode[] {
  return notes.map((note) => ({ ...noteNode(note, 'removed'), draggable: false, selectable: false }));
}

function noteNode(note: CanvasNote, mark: Mark | null): NoteNode {
  const { x, y, width, height } = note.box;
  return {
    id: note.key,
    type: 'note',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    zIndex: -1,
    ariaLabel: [noteSpoken(note.text), ...(mark ? [inWords(mark)] : [])].join('. '),
    data: { note, mark },
  };
}
