import { EMPTY_NOTE, noteName, type CanvasNote } from '@/components/graph/model/notes';
import { PAPER } from '@/components/graph/note-paper';
import { cx } from '@/lib/cx';

interface NoteListProps {
  notes: readonly CanvasNote[];
  selection: readonly string[];
  onOpen: (key: string) => void;
}

/** The notes of the canvas, each of which leads to its text. */
export function NoteList({ notes, selection, onOpen }: NoteListProps) {
  if (notes.length === 0) return null;
  return (
    <section aria-label="Notes" className="mt-2 border-t pt-2">
      <h3 className="px-2 py-1 text-sm font-medium text-ink-faint">Notes</h3>
      <ul>
        {notes.map((note) => (
          <li key={note.key}>
            <button
              type="button"
              data-step={note.key}
              aria-pressed={selection.includes(note.key)}
              onClick={() => onOpen(note.key)}
              className={cx(
                'flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left focus-visible:-outline-offset-2',
                selection.includes(note.key) ? 'bg-accent-soft' : 'hover:bg-hover',
              )}
            >
              <span aria-hidden className={cx('size-4 shrink-0 rounded-sm border', PAPER[note.colour])} />
              <span className="truncate">{noteName(note.text) || EMPTY_NOTE}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
