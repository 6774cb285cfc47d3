import { useState, type ComponentProps } from 'react';
import { Textarea } from '@/components/ui/controls';
import { FieldError } from '@/components/ui/field';
import { messageOf } from '@/lib/http/problem';
import type { JsonValue } from '@/lib/json';

interface JsonControlProps extends Omit<ComponentProps<'textarea'>, 'value'> {
  value: JsonValue;
  onValue: (value: JsonValue) => void;
  /** Told whether the text can be read, so that a form is not sent without what was typed last. */
  onReadable?: (readable: boolean) => void;
}

/** A value as JSON text; what cannot be read yet stays in the box with the reason beneath. */
export function JsonControl({ value, onValue, onReadable, ...rest }: JsonControlProps) {
  const [draft, setDraft] = useState<{ text: string; error: string | null } | null>(null);
  const text = draft?.text ?? (value === undefined ? '' : JSON.stringify(value, null, 2));

  function change(next: string) {
    const read = readJson(next);
    setDraft({ text: next, error: 'error' in read ? read.error : null });
    onReadable?.('value' in read);
    if ('value' in read) onValue(read.value);
  }

  return (
    <>
      <Textarea
        {...rest}
        spellCheck={false}
        className="font-mono text-sm"
        aria-invalid={draft?.error ? true : rest['aria-invalid']}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
      {draft?.error && <FieldError>This is not JSON yet: {draft.error}</FieldError>}
    </>
  );
}

function readJson(text: string): { value: JsonValue } | { error: string } {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) as JsonValue };
  } catch (error) {
    return { error: messageOf(error) };
  }
}
