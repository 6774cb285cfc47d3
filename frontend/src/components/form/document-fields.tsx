import { Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { sizeInWords } from '@/lib/format/size';

/** What a person has given so far; a file that is too long to be shown is kept as it is. */
export interface Given {
  text: string;
  file: File | null;
}

interface DocumentFieldsProps {
  given: Given;
  onGive: (given: Given) => void;
}

/** A longer text makes the page slow to type in. */
const LONGEST_SHOWN = 300_000;

/** A file, whose text can be changed before it is sent, or a text. */
export function DocumentFields({ given, onGive }: DocumentFieldsProps) {
  async function take(file: File | undefined) {
    if (!file) return;
    onGive(file.size > LONGEST_SHOWN ? { text: '', file } : { text: await file.text(), file: null });
  }

  return (
    <>
      <Field label="File">
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".json,.yaml,.yml,application/json,application/yaml"
            className="max-w-full file:mr-3 file:h-8 file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:font-medium"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        )}
      </Field>
      <Field label="Or paste it" hint={given.file ? tooLong(given.file) : undefined}>
        {(ids) => (
          <Textarea
            {...ids}
            className="h-56 font-mono text-sm"
            value={given.text}
            spellCheck={false}
            onChange={(event) => onGive({ text: event.target.value, file: null })}
          />
        )}
      </Field>
    </>
  );
}

function tooLong({ name, size }: File): string {
  return `“${name}” has ${sizeInWords(size)}, too much to be shown here. It is imported as it is.`;
}
