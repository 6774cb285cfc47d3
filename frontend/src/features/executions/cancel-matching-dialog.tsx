import type { ExecutionFilters } from '@/features/executions/model/filters';
import { MOST, useCancelMatching } from '@/features/executions/use-cancel-matching';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { plural } from '@/lib/format/words';

interface CancelMatchingDialogProps {
  filters: ExecutionFilters;
  onDone: () => void;
  onClose: () => void;
}

/** Cancels all that match the filters, loaded or not, after counting them. */
export function CancelMatchingDialog({ filters, onDone, onClose }: CancelMatchingDialogProps) {
  const { matching, count, isMore, isTooMany, handled, cancel } = useCancelMatching(filters, onDone);
  const counted = isMore ? `more than ${plural(MOST, 'execution')}` : plural(count, 'execution');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Cancel all that match the filters?"
      description="Steps that are running are stopped, and nothing new begins. It cannot be taken back."
    >
      <DialogBody>
        {matching.isPending ? (
          <Loading label="Counting what matches">
            <Skeleton className="h-5 w-64" />
          </Loading>
        ) : matching.isError ? (
          <Notice error={matching.error} />
        ) : cancel.isError ? (
          <Notice error={cancel.error} />
        ) : cancel.isPending ? (
          <label className="flex flex-col gap-2">
            {handled} of {counted} asked to stop
            <progress className="h-2 w-full accent-accent" value={handled} max={count} />
          </label>
        ) : (
          <p>
            {count === 0
              ? 'None that matches the filters still goes on: there is nothing to cancel.'
              : isTooMany
                ? `Here ${counted} match. Narrow the filters and cancel them in parts, or filter by a workflow alone to cancel all of it.`
                : `Still going on: ${counted}, also counting what is further down the list.`}
          </p>
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="quiet" onClick={onClose}>
          {cancel.isPending ? 'Close' : 'Not now'}
        </Button>
        {count > 0 && !isTooMany && (
          <Button variant="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
            Cancel {counted}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}
