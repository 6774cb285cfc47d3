import { notesOf, type NoteColour } from '@/components/graph/model/notes';
import { PAPER } from '@/components/graph/note-paper';
import { Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import type { InspectorProps } from '@/features/editor/inspector/inspector';
import { useCommands } from '@/features/editor/editor-context';
import { colourNote, writeNote } from '@/features/editor/model/note-edits';
import { COLOURS, LONGEST_NOTE } from '@/features/editor/model/notes';
import { cx } from '@/lib/cx';
import { inWords } from '@/lib/format/words';

/** What a note says, and on which paper. */
export function NoteInspector({ definition, readOnly, noteKey }: InspectorProps & { noteKey: string }) {
  const { run } = useCommands();
  const note = notesOf(definition).find(({ key }) => key === noteKey);
  if (!note) return null;
  return (
    <div className="flex min-w-0 flex-col gap-4 p-4">
      <h2 className="font-semibold">Note</h2>
      <Field label="Text" hint="For whoever builds or reads this workflow. Nothing of it is sent anywhere.">
        {(ids) => (
          <Textarea
            {...ids}
            rows={8}
            maxLength={LONGEST_NOTE}
            value={note.text}
            readOnly={readOnly}
            onChange={(event) => run(writeNote(noteKey, event.target.value))}
          />
        )}
      </Field>
      <fieldset className="flex flex-col gap-1.5" disabled={readOnly}>
        <legend className="mb-1.5 font-medium">Color</legend>
        <div className="flex gap-2">
          {COLOURS.map((colour) => (
            <ColourChoice
              key={colour}
              colour={colour}
              isChosen={note.colour === colour}
              onChoose={() => run(colourNote(noteKey, colour))}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface ColourChoiceProps {
  colour: NoteColour;
  isChosen: boolean;
  onChoose: () => void;
}

function ColourChoice({ colour, isChosen, onChoose }: ColourChoiceProps) {
  return (
    <label
      className={cx(
        'flex flex-1 cursor-pointer justify-center rounded-md border px-2 py-1.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2',
        PAPER[colour],
        isChosen && 'border-ink font-medium',
      )}
    >
      <input type="radio" name="note-colour" className="sr-only" checked={isChosen} onChange={onChoose} />
      {inWords(colour)}
    </label>
  );
}
