import { useMemo, useRef, useState, type SyntheticEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { parametersSchema } from '@/features/templates/model/parameters';
import { relativeTo } from '@/components/schema-form/model/placing';
import { SchemaFields } from '@/components/schema-form/schema-fields';
import { useSchemaForm } from '@/components/schema-form/use-schema-form';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Notice } from '@/components/ui/failure';
import { Field, FieldError } from '@/components/ui/field';
import { api } from '@/lib/api';
import type { Template } from '@/lib/template-types';
import { Problem } from '@/lib/http/problem';
import { isObject, type JsonObject } from '@/lib/json';
import { uniqueId } from '@/lib/unique-id';

export function InstantiateForm({ template }: { template: Template }) {
  const schema = useMemo(() => parametersSchema(template.parameters), [template.parameters]);
  const form = useSchemaForm(schema);
  const [name, setName] = useState('');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const sent = useRef({ body: '', key: '' });

  const instantiate = useMutation({
    mutationFn: (parameters: JsonObject) => {
      // The same answers sent again after a lost response keep their key, and so make one workflow.
      const answers = name.trim() === '' ? { parameters } : { name: name.trim(), parameters };
      const body = JSON.stringify(answers);
      if (sent.current.body !== body) sent.current = { body, key: uniqueId() };
      return api.instantiate(template.id, answers, sent.current.key);
    },
    onSuccess: async ({ workflowId, name: created }) => {
      void queryClient.invalidateQueries({ queryKey: ['workflows'] });
      toast.success(`“${created}” was created as a draft.`);
      await navigate(`/workflows/${workflowId}`);
    },
    onError: (error) => {
      if (error instanceof Problem) form.refuse(relativeTo('/parameters', error.violations));
    },
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const parameters = form.submit();
    if (isObject(parameters)) instantiate.mutate(parameters);
  }

  const shownAtFields =
    instantiate.error instanceof Problem && instantiate.error.violations.length > form.elsewhere.length;

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {instantiate.isError && !shownAtFields && <Notice error={instantiate.error} />}
      {form.elsewhere.map((violation, index) => (
        <FieldError key={index}>{violation.message}</FieldError>
      ))}
      <Field label="Name of the workflow" required={false}>
        {(ids) => (
          <Input
            {...ids}
            value={name}
            maxLength={120}
            placeholder={template.name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <SchemaFields form={form} />
      <Button type="submit" variant="primary" className="h-9" busy={instantiate.isPending}>
        Create workflow
      </Button>
      <p className="text-sm text-ink-faint">It begins as a draft: nothing starts before you publish it.</p>
    </form>
  );
}
