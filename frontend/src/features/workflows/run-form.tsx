import { useRef, useState, type SyntheticEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { exampleValue } from '@/components/schema-form/model/initial';
import { relativeTo } from '@/components/schema-form/model/placing';
import { fieldsOf, resolved } from '@/components/schema-form/model/schema';
import { JsonControl } from '@/components/schema-form/json-control';
import { SchemaFields } from '@/components/schema-form/schema-fields';
import { useSchemaForm } from '@/components/schema-form/use-schema-form';
import { Button } from '@/components/ui/button';
import { DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { Field, FieldError } from '@/components/ui/field';
import { Tabs } from '@/components/ui/tabs';
import { api } from '@/lib/api';
import { Problem } from '@/lib/http/problem';
import type { JsonObject, JsonValue } from '@/lib/json';
import { uniqueId } from '@/lib/unique-id';

interface RunFormProps {
  workflowId: string;
  schema: JsonObject;
  onClose: () => void;
}

export function RunForm({ workflowId, schema, onClose }: RunFormProps) {
  const form = useSchemaForm(schema);
  const hasFields = fieldsOf(resolved(schema, schema), schema, '').length > 0;
  const [tab, setTab] = useState<'form' | 'json'>('form');
  const [readable, setReadable] = useState(true);
  const run = useRun(workflowId, (problem) => form.refuse(relativeTo('/input', problem.violations)));
  const example = exampleValue(schema);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const input = form.submit();
    // JSON may be sent as typed: the server says what it does not accept.
    if (tab === 'json' && readable) run.mutate(form.value);
    else if (tab === 'form' && input !== null) run.mutate(input);
  }

  const json = (
    <div className="flex flex-col gap-2">
      <Field label="Input" hint="The same value as in the form, as JSON.">
        {(ids) => (
          <JsonControl
            {...ids}
            className="h-72 font-mono text-sm"
            value={form.value}
            onValue={(value) => form.set('', value)}
            onReadable={setReadable}
          />
        )}
      </Field>
    </div>
  );
  const fields = hasFields ? (
    <SchemaFields form={form} />
  ) : (
    <p className="text-ink-faint">This workflow needs no input. You can still give it some as JSON.</p>
  );
  const shownElsewhere =
    tab === 'form' ? form.elsewhere : run.error instanceof Problem ? run.error.violations : [];

  return (
    <form noValidate onSubmit={submit} className="contents">
      <DialogBody>
        {run.isError && <Notice error={run.error} />}
        {shownElsewhere.map((violation, index) => (
          <FieldError key={index}>
            {violation.pointer && <code className="font-mono">{violation.pointer}</code>} {violation.message}
          </FieldError>
        ))}
        <Tabs
          label="How to enter the input"
          value={tab}
          onChange={(next) => {
            setTab(next);
            setReadable(true);
          }}
          tabs={[
            { value: 'form', label: 'Form', content: fields },
            { value: 'json', label: 'JSON', content: json },
          ]}
        />
      </DialogBody>
      <DialogFooter>
        {example !== undefined && (
          <Button variant="quiet" className="mr-auto" onClick={() => form.set('', example)}>
            Fill in the example
          </Button>
        )}
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" busy={run.isPending}>
          Run now
        </Button>
      </DialogFooter>
    </form>
  );
}

function useRun(workflowId: string, onRefused: (problem: Problem) => void) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const sent = useRef({ body: '', key: '' });
  return useMutation({
    mutationFn: (input: JsonValue) => {
      // The same input sent again after a lost answer keeps its key, and so starts one execution.
      const body = JSON.stringify(input ?? null);
      if (sent.current.body !== body) sent.current = { body, key: uniqueId() };
      return api.execute(workflowId, input ?? {}, sent.current.key);
    },
    onSuccess: async ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: ['executions'] });
      toast.success('The execution has started.');
      await navigate(`/executions/${id}`);
    },
    onError: (error) => {
      if (error instanceof Problem) onRefused(error);
    },
  });
}
