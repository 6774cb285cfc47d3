import { useState, type SyntheticEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/controls';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { Field, FieldError } from '@/components/ui/field';
import { documentOf } from '@/features/workflows/model/document';
import { workflowsApi } from '@/lib/api/workflows';
import { Problem } from '@/lib/http/problem';

/** Takes a workflow that was exported, from a file or as text, and opens it in the builder. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const take = useMutation({
    mutationFn: () => workflowsApi.importText(documentOf(text)),
    onSuccess: async ({ id, name }) => {
      void queryClient.invalidateQueries({ queryKey: ['workflows'] });
      toast.success(`“${name}” is imported as a draft.`);
      await navigate(`/workflows/${id}/edit`);
    },
  });
  const violations = take.error instanceof Problem ? take.error.violations : [];

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (text.trim() !== '') take.mutate();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Import a workflow"
      description="What was exported here or elsewhere, in JSON or YAML. It becomes a draft of its own."
    >
      <form onSubmit={submit} className="contents">
        <DialogBody>
          <div className="flex flex-col gap-4">
            {take.isError && <Notice error={take.error} />}
            {violations.map((violation) => (
              <FieldError key={`${violation.pointer}${violation.message}`}>
                <code className="font-mono">{violation.pointer}</code> {violation.message}
              </FieldError>
            ))}
            <Field label="File">
              {(ids) => (
                <input
                  {...ids}
                  type="file"
                  accept=".json,.yaml,.yml,application/json,application/yaml"
                  className="file:mr-3 file:h-8 file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:font-medium"
                  onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
                />
              )}
            </Field>
            <Field label="Or paste it">
              {(ids) => (
                <Textarea
                  {...ids}
                  className="h-56 font-mono text-sm"
                  value={text}
                  spellCheck={false}
                  onChange={(event) => setText(event.target.value)}
                />
              )}
            </Field>
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={take.isPending} disabled={text.trim() === ''}>
            Import
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
