import { memo } from 'react';
import type { Node, NodeProps } from '@xyflow/react';
import type { CanvasNote } from '@/components/graph/model/notes';
import { NoteText, PAPER } from '@/components/graph/note-paper';
import { cx } from '@/lib/cx';

export type NoteCardNode = Node<{ note: CanvasNote }, 'note'>;

/** A note to be read. */
export const NoteCard = memo(function NoteCard({ data: { note } }: NodeProps<NoteCardNode>) {
  const { width, height } = note.box;
  return (
    <div style={{ width, height }} className={cx('rounded-md border text-sm', PAPER[note.colour])}>
      <NoteText text={note.text} />
    </div>
  );
});
