import { useState, type SyntheticEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { ProblemList } from '@/components/publish/problem-list';
import { blockingProblems, problemsOf } from '@/components/publish/publication';
import { graphOf } from '@/components/graph/model/graph';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { api } from '@/lib/api';
import type { Workflow } from '@/lib/api-types';
import { plural } from '@/lib/format/words';
import { Problem } from '@/lib/http/problem';

/** What a workflow is called before anybody has named it. */
const UNNAMED = 'New workflow';

interface PublishDialogProps {
  workflow: Workflow;
  onClose: () => void;
}

export function PublishDialog({ workflow, onClose }: PublishDialogProps) {
  const [note, setNote] = useState('');
  const queryClient = useQueryClient();
  const publish = useMutation({
    mutationFn: () => api.publish(workflow.id, note.trim() === '' ? null : note.trim()),
    onSuccess: async ({ version }) => {
      await queryClient.invalidateQueries({ queryKey: ['workflow', workflow.id] });
      void queryClient.invalidateQueries({ queryKey: ['workflows'] });
      toast.success(`Version ${version} is published.`);
      onClose();
    },
  });

  const refused =
    publish.error instanceof Problem ? problemsOf(publish.error.violations, workflow.definition) : [];
  const blocking = refused.length > 0 ? refused : blockingProblems(workflow.problems);
  const isUnnamed = workflow.name === UNNAMED;
  const mayPublish = blocking.length === 0 && !isUnnamed;
  const next = (workflow.publishedVersion ?? 0) + 1;

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    publish.mutate();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Publish “${workflow.name}”`}
      description={
        workflow.triggers.length > 0
          ? 'From then on its triggers start it. A published version never changes.'
          : 'From then on it can be started. A published version never changes.'
      }
    >
      <form onSubmit={submit} className="contents">
        <DialogBody>
          {isUnnamed && (
            <p className="mb-2">
              Name it first: in the builder, its name stands at the top and is changed there. “{UNNAMED}”
              tells nobody what it does.
            </p>
          )}
          {blocking.length > 0 ? (
            <>
              <p className="mb-2 font-medium">
                {blocking.length === 1
                  ? 'One problem has to be mended first:'
                  : `${plural(blocking.length, 'problem')} have to be mended first:`}
              </p>
              <ProblemList problems={blocking} graph={graphOf(workflow.definition, [])} />
            </>
          ) : isUnnamed ? null : (
            <div className="flex flex-col gap-4">
              {publish.isError && <Notice error={publish.error} />}
              <Field label="What is new?" hint="Shown in the list of versions." required={false}>
                {(ids) => (
                  <Input
                    {...ids}
                    value={note}
                    maxLength={500}
                    onChange={(event) => setNote(event.target.value)}
                  />
                )}
              </Field>
            </div>
          )}
        </DialogBody>
        <DialogFooter>
          <Button variant="quiet" onClick={onClose}>
            {mayPublish ? 'Cancel' : 'Close'}
          </Button>
          {mayPublish && (
            <Button type="submit" variant="primary" busy={publish.isPending}>
              Publish version {next}
            </Button>
          )}
        </DialogFooter>
      </form>
    </Dialog>
  );
}
