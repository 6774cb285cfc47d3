import { memo, useState } from 'react';
import { NodeResizer, type NodeProps } from '@xyflow/react';
import { EMPTY_NOTE } from '@/components/graph/model/notes';
import { NoteText, PAPER } from '@/components/graph/note-paper';
import type { NoteNode as NoteNodeType } from '@/features/editor/canvas/elements';
import { MARK_LOOK } from '@/features/editor/canvas/step-badges';
import { useCommands } from '@/features/editor/editor-context';
import { elementOf, focusSoon } from '@/features/editor/focus';
import { resizeNote, writeNote } from '@/features/editor/model/note-edits';
import { LONGEST_NOTE, SMALLEST_NOTE } from '@/features/editor/model/notes';
import { cx } from '@/lib/cx';

/** A note on the canvas; a double click lets one write on it. */
export const NoteNode = memo(function NoteNode({ data: { note, mark }, selected }: NodeProps<NoteNodeType>) {
  const { run, readOnly } = useCommands();
  const [isWriting, setWriting] = useState(false);
  return (
    <div
      style={{ width: '100%', height: '100%' }}
      className={cx(
        'rounded-md border text-sm',
        PAPER[note.colour],
        mark && cx('border-2', MARK_LOOK[mark]),
        selected && 'outline-2 outline-offset-2 outline-accent-ink',
      )}
      onDoubleClick={() => !readOnly && mark !== 'removed' && setWriting(true)}
    >
      <NodeResizer
        isVisible={selected && !readOnly}
        minWidth={SMALLEST_NOTE.width}
        minHeight={SMALLEST_NOTE.height}
        lineClassName="step-resize-line"
        handleClassName="step-resize-handle"
        onResizeEnd={(_, { x, y, width, height }) =>
          run(resizeNote(note.key, { x, y, width: Math.round(width), height: Math.round(height) }))
        }
      />
      {isWriting ? (
        <textarea
          autoFocus
          aria-label="Text of the note"
          maxLength={LONGEST_NOTE}
          value={note.text}
          className="nodrag nopan nowheel size-full resize-none bg-transparent px-3 py-2 outline-none"
          onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
          onChange={(event) => run(writeNote(note.key, event.target.value))}
          onBlur={() => setWriting(false)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setWriting(false);
            focusSoon(() => elementOf(note.key));
          }}
        />
      ) : note.text.trim() === '' ? (
        <p className="px-3 py-2 text-ink-soft italic">{EMPTY_NOTE}</p>
      ) : (
        <NoteText text={note.text} />
      )}
    </div>
  );
});
