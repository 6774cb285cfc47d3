import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { differences } from '@/features/editor/model/differences';
import type { Definition } from '@/features/editor/model/steps';
import { Moment } from '@/components/status/moment';
import type { Workflow } from '@/lib/api-types';

interface ConflictDialogProps {
  theirs: Workflow;
  mine: Definition;
  onTheirs: () => void;
  onMine: () => void;
}

/** Two people saved: what is different, and whose draft goes on. */
export function ConflictDialog({ theirs, mine, onTheirs, onMine }: ConflictDialogProps) {
  const found = differences(theirs.definition, mine);
  return (
    <Dialog
      open
      onOpenChange={() => undefined}
      title="Somebody else has changed this workflow"
      description={
        <>
          {theirs.updatedBy ?? 'Somebody'} saved it <Moment at={theirs.updatedAt} />. Nothing of yours is lost
          yet: choose which draft goes on.
        </>
      }
    >
      <DialogBody>
        <h3 className="font-medium">What your draft has otherwise</h3>
        {found.length === 0 ? (
          <p className="mt-2 text-ink-faint">Only the places of steps or the order of things.</p>
        ) : (
          <ul className="mt-2 flex flex-col gap-1.5">
            {found.map(({ kind, words, fields }) => (
              <li key={`${kind}${words}`} className="flex gap-2">
                <span className={KIND[kind].look}>{KIND[kind].word}</span>
                <span className="min-w-0 wrap-anywhere">
                  {words}
                  {fields.length > 0 && <span className="text-ink-faint"> ({fields.join(', ')})</span>}
                </span>
              </li>
            ))}
          </ul>
        )}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onTheirs}>Take theirs</Button>
        <Button variant="primary" onClick={onMine}>
          Keep mine
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

const KIND = {
  added: { word: 'Only yours', look: 'w-24 shrink-0 text-completed' },
  removed: { word: 'Only theirs', look: 'w-24 shrink-0 text-failed' },
  changed: { word: 'Different', look: 'w-24 shrink-0 text-compensating' },
};
