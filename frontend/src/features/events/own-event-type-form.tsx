import { useState, type SyntheticEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { mistakesInType } from '@/features/events/model/own-type';
import { OwnEventTypeShape } from '@/features/events/own-event-type-shape';
import { RemoveEventType } from '@/features/events/remove-event-type';
import { UnsavedGuard } from '@/components/form/unsaved-guard';
import { useEditing } from '@/components/form/use-editing';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Notice } from '@/components/ui/failure';
import { Field, FieldError } from '@/components/ui/field';
import { Card } from '@/components/ui/page';
import { eventsApi } from '@/lib/api/events';
import type { OwnEventType } from '@/lib/events-types';
import { Problem } from '@/lib/http/problem';

interface OwnEventTypeFormProps {
  kept: OwnEventType;
  isNew: boolean;
  known: string[];
}

const TEXTS: { name: 'title' | 'type' | 'topic' | 'description'; label: string; hint?: string }[] = [
  { name: 'title', label: 'Title', hint: 'What has happened, such as Car wash done.' },
  { name: 'type', label: 'Type', hint: 'How systems name it; it cannot be changed later.' },
  { name: 'topic', label: 'Topic', hint: 'Made in Kafka if it is not there.' },
  { name: 'description', label: 'Description' },
];

export function OwnEventTypeForm({ kept, isNew, known }: OwnEventTypeFormProps) {
  const { type, title, topic, description, schema, example } = kept;
  const form = useEditing<OwnEventType>({ type, title, topic, description, schema, example }, (value) =>
    mistakesInType(value, isNew ? known : []),
  );
  const [readable, setReadable] = useState(true);
  const save = useSave(isNew, form.refuse);
  const { value, change, errorAt } = form;
  const violations = form.elsewhere instanceof Problem ? form.elsewhere.violations : [];

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const next = form.submit();
    if (next !== null && readable) save.mutate(next);
  }

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <UnsavedGuard when={form.isChanged && save.isIdle} />
      <Card className="grid grid-cols-1 gap-4 p-5 sm:grid-cols-2">
        {TEXTS.map(({ name, label, hint }) => (
          <Field
            key={name}
            label={label}
            hint={hint}
            error={errorAt(`/${name}`)}
            required={name !== 'description'}
          >
            {(ids) => (
              <Input
                {...ids}
                disabled={name === 'type' && !isNew}
                value={value[name]}
                onChange={(event) => change(`/${name}`, { ...value, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </Card>
      <Card className="p-5">
        <OwnEventTypeShape
          schema={value.schema}
          example={value.example}
          onReadable={setReadable}
          onChange={(shape) => change('/schema', { ...value, ...shape })}
        />
      </Card>
      {form.elsewhere !== null && <Notice error={form.elsewhere} />}
      {violations.map(({ pointer, message }, index) => (
        <FieldError key={index}>
          {pointer} {message}
        </FieldError>
      ))}
      <div className="flex gap-2">
        <Button
          type="submit"
          variant="primary"
          busy={save.isPending}
          disabled={save.isPending || !readable || !form.isChanged}
        >
          {isNew ? 'Add the event type' : 'Save'}
        </Button>
        {!isNew && <RemoveEventType type={type} />}
      </div>
    </form>
  );
}

function useSave(isNew: boolean, onError: (error: unknown) => void) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (type: OwnEventType) =>
      isNew ? eventsApi.addEventType(type) : eventsApi.changeEventType(type),
    onSuccess: async (type) => {
      await queryClient.invalidateQueries({ queryKey: ['event-types'] });
      await queryClient.invalidateQueries({ queryKey: ['event-type', type.type] });
      toast.success(`${type.title} is saved.`);
      await navigate(`/event-types/${encodeURIComponent(type.type)}`);
    },
    onError,
  });
}
