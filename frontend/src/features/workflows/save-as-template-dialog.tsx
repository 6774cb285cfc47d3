import type { SyntheticEvent } from 'react';
import { graphOf } from '@/components/graph/model/graph';
import { ProblemList } from '@/components/publish/problem-list';
import { problemsOf } from '@/components/publish/publication';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { Skeleton } from '@/components/ui/skeleton';
import { elsewhere, ofSlug, slugOf } from '@/features/workflows/model/template-document';
import { TemplateFields } from '@/features/workflows/template-fields';
import { TemplateQuestions } from '@/features/workflows/template-questions';
import { useSaveAsTemplate } from '@/features/workflows/use-save-as-template';
import type { WorkflowSummary } from '@/lib/api-types';
import { Problem } from '@/lib/http/problem';

interface SaveAsTemplateDialogProps {
  workflow: WorkflowSummary;
  onClose: () => void;
}

/** Puts a workflow into the gallery, as its draft is now and with its tests. */
export function SaveAsTemplateDialog({ workflow, onClose }: SaveAsTemplateDialogProps) {
  const { form, templates, source, unread, isReading, literals, save, submit } = useSaveAsTemplate(
    workflow,
    onClose,
  );
  const slug = slugOf(form.value, templates);
  const earlier = ofSlug(slug, templates);
  const refused = save.error instanceof Problem ? elsewhere(save.error.violations) : [];

  function send(event: SyntheticEvent) {
    event.preventDefault();
    submit();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Save “${workflow.name}” as a template`}
      description="Its draft and its tests go into the gallery, where anybody who builds can make a workflow of them. The workflow stays as it is."
    >
      <form noValidate onSubmit={send} className="contents">
        <DialogBody>
          <div className="flex flex-col gap-4">
            {unread && <Notice error={unread} />}
            {form.elsewhere !== null && <Notice error={form.elsewhere} />}
            {refused.length > 0 && source.data && (
              <ProblemList
                problems={problemsOf(refused, source.data.definition)}
                graph={graphOf(source.data.definition, [])}
              />
            )}
            <TemplateFields form={form} slug={slug} earlier={earlier} />
            {isReading && <Skeleton className="h-24 w-full" />}
            {literals && <TemplateQuestions form={form} literals={literals} />}
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            variant="primary"
            busy={save.isPending || isReading}
            disabled={source.isError}
          >
            {earlier?.owner === 'DEALER' ? `Save version ${earlier.version + 1}` : 'Save template'}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
