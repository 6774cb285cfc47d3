import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { objectIn } from '@/features/ai/model/words';
import { Button } from '@/components/ui/button';
import { Input, Select, Textarea } from '@/components/ui/controls';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { aiQueries } from '@/lib/ai-queries';
import type { Prompt, PromptContent, PromptSave } from '@/lib/ai-types';
import { aiApi } from '@/lib/api/ai';
import { Problem } from '@/lib/http/problem';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

interface PromptFormProps {
  prompt: Prompt | null;
  content: PromptContent;
  onSaved?: (saved: Prompt) => void;
}

const NOT_JSON = 'Expected a JSON object, but this is none.';

function useSave(prompt: Prompt | null, onSaved?: (saved: Prompt) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PromptSave) =>
      prompt === null ? aiApi.createPrompt(body) : aiApi.changePrompt(prompt.id, body),
    onSuccess: async (saved) => {
      toast.success(`Saved as version ${saved.version}.`);
      await client.invalidateQueries({ queryKey: ['prompts'] });
      await client.invalidateQueries({ queryKey: ['prompt', saved.id] });
      onSaved?.(saved);
    },
  });
}

/** Writes a prompt; every change of its text is a new version. */
export function PromptForm({ prompt, content, onSaved }: PromptFormProps) {
  const [name, setName] = useState(prompt?.name ?? '');
  const [description, setDescription] = useState(prompt?.description ?? '');
  const [instructions, setInstructions] = useState(content.instructions);
  const [variables, setVariables] = useState(JSON.stringify(content.variables, null, 2));
  const [model, setModel] = useState(content.model ?? '');
  const [note, setNote] = useState('');
  const models = useQuery(aiQueries.models());
  const user = useUser();
  const save = useSave(prompt, onSaved);
  const schema = objectIn(variables);
  const violation = (pointer: string) =>
    save.error instanceof Problem
      ? (save.error.violations.find((found) => found.pointer.startsWith(pointer))?.message ?? null)
      : null;

  const submit = () => {
    if (schema === null) return;
    save.mutate({
      name,
      description,
      content: { ...content, instructions, variables: schema, model: model === '' ? undefined : model },
      note: note === '' ? undefined : note,
      basedOn: prompt?.version,
    });
  };

  return (
    <form
      className="flex max-w-3xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label="Name" error={violation('/name')} required>
        {(ids) => <Input {...ids} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label="What it is for" required={false}>
        {(ids) => (
          <Input {...ids} value={description} onChange={(event) => setDescription(event.target.value)} />
        )}
      </Field>
      <Field
        label="Instructions"
        hint="{{ name }} stands for a variable that is a number, true or false, or one of a list. What customers write is sent as data and never stands here."
        error={violation('/content/instructions')}
        required
      >
        {(ids) => (
          <Textarea
            {...ids}
            className="min-h-48"
            value={instructions}
            onChange={(event) => setInstructions(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="Variables"
        hint="A JSON Schema of what the step passes in."
        error={schema === null ? NOT_JSON : violation('/content/variables')}
      >
        {(ids) => (
          <Textarea
            {...ids}
            className="min-h-40 font-mono text-sm"
            spellCheck={false}
            value={variables}
            onChange={(event) => setVariables(event.target.value)}
          />
        )}
      </Field>
      <Field label="Model" hint="A step may name another one.">
        {(ids) => (
          <Select {...ids} value={model} onChange={(event) => setModel(event.target.value)}>
            <option value="">The one in the settings</option>
            {models.data?.map(({ id }) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="What has changed" required={false}>
        {(ids) => <Input {...ids} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      {save.isError && <Notice error={save.error} />}
      {may(user, 'build') && (
        <div>
          <Button
            type="submit"
            variant="primary"
            busy={save.isPending}
            disabled={schema === null || name === '' || instructions === ''}
          >
            {prompt === null ? 'Create prompt' : 'Save as a new version'}
          </Button>
        </div>
      )}
    </form>
  );
}
