import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { toast } from 'sonner';
import { draftOf, newDraft, testOf } from '@/features/ai/model/test-draft';
import { TestFields } from '@/features/ai/tests/test-fields';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import type { Prompt, PromptCase, StoredPromptCase } from '@/lib/ai-types';
import { aiApi } from '@/lib/api/ai';

interface TestDialogProps {
  prompt: Prompt;
  /** Missing: a new one. */
  stored: StoredPromptCase | undefined;
  onSaved: () => void;
  onClose: () => void;
}

/** Writes a test, next to what was answered earlier if it is one of a call. */
export function TestDialog({ prompt, stored, onSaved, onClose }: TestDialogProps) {
  const [draft, setDraft] = useState(() => (stored ? draftOf(stored.test) : newDraft(prompt)));
  const test = testOf(draft, stored?.test);
  const save = useMutation({
    mutationFn: (body: PromptCase) =>
      stored ? aiApi.replaceCase(prompt.id, stored.id, body) : aiApi.addCase(prompt.id, body),
    onSuccess: () => {
      toast.success('Test saved.');
      onSaved();
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={stored ? 'Edit test' : 'New test'}
      description="What is left empty is not looked at."
    >
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          if (test !== null) save.mutate(test);
        }}
      >
        <DialogBody>
          <div className="flex flex-col gap-4">
            {save.isError && <Notice error={save.error} />}
            {stored?.test.earlier !== undefined && <Earlier text={stored.test.earlier} />}
            <TestFields
              draft={draft}
              error={save.error}
              hasFields={prompt.content.outputSchema !== undefined || draft.fields !== ''}
              onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
            />
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            variant="primary"
            busy={save.isPending}
            disabled={test === null || draft.name.trim() === '' || save.isPending}
          >
            Save test
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

function Earlier({ text }: { text: string }) {
  return (
    <section className="overflow-hidden rounded-md border">
      <h3 className="border-b bg-sunken px-3 py-1.5 text-sm font-medium">What was answered then</h3>
      <p className="px-3 py-2 wrap-anywhere whitespace-pre-wrap text-ink-soft">{text}</p>
    </section>
  );
}
