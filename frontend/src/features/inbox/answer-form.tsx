import { useState, type SyntheticEvent } from 'react';
import { useDecide } from '@/features/inbox/use-decide';
import { UnsavedGuard } from '@/components/form/unsaved-guard';
import { relativeTo } from '@/components/schema-form/model/placing';
import { SchemaFields } from '@/components/schema-form/schema-fields';
import { useSchemaForm } from '@/components/schema-form/use-schema-form';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/controls';
import { Notice } from '@/components/ui/failure';
import { Field, FieldError } from '@/components/ui/field';
import { Problem } from '@/lib/http/problem';
import type { JsonObject } from '@/lib/json';

interface AnswerFormProps {
  id: string;
  /** Null asks for nothing but that it is done. */
  schema: JsonObject | null;
}

/** The task's own form, and a comment. */
export function AnswerForm({ id, schema }: AnswerFormProps) {
  const form = useSchemaForm(schema ?? {});
  const [comment, setComment] = useState('');
  const decide = useDecide(id, (problem) => form.refuse(relativeTo('/answer', problem.violations)));

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const answer = form.submit();
    if (schema !== null && answer === null) return;
    decide.mutate({
      outcome: 'DONE',
      ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
      ...(schema === null ? {} : { answer }),
    });
  }

  const shownAtFields =
    decide.error instanceof Problem && decide.error.violations.length > form.elsewhere.length;

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <UnsavedGuard when={(form.isChanged || comment !== '') && !decide.isDecided} />
      {decide.isError && !shownAtFields && <Notice error={decide.error} />}
      {form.elsewhere.map((violation, index) => (
        <FieldError key={index}>{violation.message}</FieldError>
      ))}
      {schema !== null && <SchemaFields form={form} />}
      <Field label="Comment" required={false}>
        {(ids) => (
          <Textarea
            {...ids}
            value={comment}
            maxLength={4000}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" className="self-start" busy={decide.isPending}>
        Mark as done
      </Button>
    </form>
  );
}
