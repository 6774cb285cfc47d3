import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { mistakeIn, pretty } from '@/features/events/model/letters';
import { LazyJsonCode } from '@/components/code/lazy-json-code';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { UnsavedGuard } from '@/components/form/unsaved-guard';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/failure';
import { eventsApi } from '@/lib/api/events';
import type { DeadLetterDetail } from '@/lib/events-types';

/** Mends the record's value, and sends it again or puts it away. */
export function DeadLetterEdit({ detail }: { detail: DeadLetterDetail }) {
  const [start] = useState(() => pretty(detail));
  const [text, setText] = useState(start);
  const [discarding, setDiscarding] = useState(false);
  const { replay, discard } = useSettle(detail.summary.id);
  const isText = detail.base64 === null || detail.base64 === undefined;
  const isEdited = text !== start;
  const mistake = isText ? mistakeIn(text) : null;

  return (
    <div className="flex flex-col gap-3">
      <UnsavedGuard when={isEdited && !replay.isPending && !replay.isSuccess && !discard.isSuccess} />
      <div>
        <h2 className="font-semibold">The record</h2>
        <p className="mt-0.5 text-ink-faint">
          {isText
            ? 'Mend what the reason names, and replay it: it goes to its topic once more.'
            : 'It is no text, so it can only be replayed as it came. Shown in Base64.'}
        </p>
      </div>
      <LazyJsonCode label="The record’s value" start={start} readOnly={!isText} onChange={setText} />
      {mistake && <p className="text-sm text-compensating">This is not JSON: {mistake}</p>}
      {replay.isError && <Notice error={replay.error} />}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          busy={replay.isPending}
          onClick={() => replay.mutate(isEdited ? { text } : {})}
        >
          {isEdited ? 'Replay as mended' : 'Replay as it came'}
        </Button>
        <Button variant="danger" disabled={replay.isPending} onClick={() => setDiscarding(true)}>
          Discard
        </Button>
      </div>
      {discarding && (
        <ConfirmDialog
          title="Discard this record?"
          action="Discard"
          busy={discard.isPending}
          error={discard.error}
          onConfirm={() => discard.mutate()}
          onClose={() => setDiscarding(false)}
        >
          It is not processed any more. The audit log says that you discarded it.
        </ConfirmDialog>
      )}
    </div>
  );
}

function useSettle(id: string) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const settled = async (said: string) => {
    toast.success(said);
    await queryClient.invalidateQueries({ queryKey: ['dead-letters'] });
    await navigate('/dead-letters');
  };
  const replay = useMutation({
    mutationFn: (edit: { text?: string }) => eventsApi.replayDeadLetter(id, edit),
    onSuccess: () => settled('Sent again. If it still does not fit, it comes back with a new reason.'),
  });
  const discard = useMutation({
    mutationFn: () => eventsApi.discardDeadLetter(id),
    onSuccess: () => settled('The record is discarded.'),
  });
  return { replay, discard };
}
