import type { Editing } from '@/components/form/use-editing';
import { Input, Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';

export interface TextValues {
  name: string;
  subject: string;
  text: string;
  html: string;
}

interface TextFieldsProps {
  form: Editing<TextValues>;
  isNew: boolean;
  readOnly: boolean;
}

export function TextFields({ form, isNew, readOnly }: TextFieldsProps) {
  const { value, change, errorAt } = form;
  return (
    <>
      {isNew && (
        <Field label="Name" hint="As steps name it." error={errorAt('/name')} required>
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              value={value.name}
              onChange={(event) => change('/name', { ...value, name: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label="Subject" error={errorAt('/subject')} required>
        {(ids) => (
          <Input
            {...ids}
            readOnly={readOnly}
            maxLength={300}
            value={value.subject}
            onChange={(event) => change('/subject', { ...value, subject: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Text"
        hint="{{ firstName }} stands for a value that the step gives. A text message is this alone."
        error={errorAt('/text')}
        required
      >
        {(ids) => (
          <Textarea
            {...ids}
            readOnly={readOnly}
            className="min-h-56"
            maxLength={20_000}
            value={value.text}
            onChange={(event) => change('/text', { ...value, text: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="HTML"
        hint="How an e-mail looks. Without it, it looks like the text."
        error={errorAt('/html')}
        required={false}
      >
        {(ids) => (
          <Textarea
            {...ids}
            readOnly={readOnly}
            className="min-h-32 font-mono text-sm"
            spellCheck={false}
            maxLength={200_000}
            value={value.html}
            onChange={(event) => change('/html', { ...value, html: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
