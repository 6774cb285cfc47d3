import { useRef, type SyntheticEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { EntryFields } from '@/components/schema-form/entry-fields';
import { exampleValue } from '@/components/schema-form/model/initial';
import { relativeTo } from '@/components/schema-form/model/placing';
import { useEntry } from '@/components/schema-form/use-entry';
import { Button } from '@/components/ui/button';
import { DialogBody, DialogFooter } from '@/components/ui/dialog';
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
  const entry = useEntry(schema);
  const run = useRun(workflowId, (problem) => entry.form.refuse(relativeTo('/input', problem.violations)));
  const example = exampleValue(schema);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    entry.submit((input) => run.mutate(input));
  }

  return (
    <form noValidate onSubmit={submit} className="contents">
      <DialogBody>
        <EntryFields
          entry={entry}
          label="Input"
          error={run.error}
          without="This workflow needs no input. You can still give it some as JSON."
        />
      </DialogBody>
      <DialogFooter>
        {example !== undefined && (
          <Button variant="quiet" className="mr-auto" onClick={() => entry.form.set('', example)}>
            Fill in the example
          </Button>
        )}
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" busy={run.isPending} disabled={!entry.isReadable}>
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
