import { useEffect, useRef, useState } from 'react';
import { Check, X } from 'lucide-react';
import { isTyping } from '@/lib/is-typing';
import { useDecide } from '@/features/inbox/use-decide';
import { UnsavedGuard } from '@/components/form/unsaved-guard';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/controls';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import type { TaskOutcome } from '@/lib/api-types';

/** Yes or no, with a comment. A and R go to the buttons, so that no stray key decides. */
export function ApprovalForm({ id }: { id: string }) {
  const [comment, setComment] = useState('');
  const decide = useDecide(id);
  const approve = useRef<HTMLButtonElement>(null);
  const reject = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    function go(event: KeyboardEvent) {
      if (isTyping(event)) return;
      if (event.key === 'a') approve.current?.focus();
      if (event.key === 'r') reject.current?.focus();
    }
    window.addEventListener('keydown', go);
    return () => window.removeEventListener('keydown', go);
  }, []);

  const give = (outcome: TaskOutcome) =>
    decide.mutate(comment.trim() === '' ? { outcome } : { outcome, comment: comment.trim() });
  const busyWith = decide.isPending ? decide.variables.outcome : null;

  return (
    <div className="flex flex-col gap-4">
      <UnsavedGuard when={comment !== '' && !decide.isDecided} />
      {decide.isError && <Notice error={decide.error} />}
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
      <div className="flex flex-wrap gap-2">
        <Button
          ref={approve}
          variant="primary"
          busy={busyWith === 'APPROVED'}
          disabled={decide.isPending}
          onClick={() => give('APPROVED')}
        >
          <Check aria-hidden />
          Approve
        </Button>
        <Button
          ref={reject}
          busy={busyWith === 'REJECTED'}
          disabled={decide.isPending}
          onClick={() => give('REJECTED')}
        >
          <X aria-hidden />
          Reject
        </Button>
      </div>
      <p className="text-sm text-ink-faint max-sm:hidden pointer-coarse:hidden">
        Press A or R to go to a button, then Enter.
      </p>
    </div>
  );
}
