import type { SyntheticEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import {
  aboutWhomIn,
  changeOf,
  formFor,
  mistakesIn,
  type ConsentForm,
} from '@/features/consents/model/record';
import { RecordFields } from '@/features/consents/record-fields';
import { useEditing } from '@/components/form/use-editing';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { consentsApi, type Who } from '@/lib/api/consents';

function useRecord(who: Who) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (form: ConsentForm) => consentsApi.record(changeOf(form, who)),
    onSuccess: async (_, { state }) => {
      toast.success(
        state === 'REVOKED'
          ? 'It is recorded. Waiting messages that it forbids are stopped.'
          : 'It is recorded.',
      );
      await Promise.all([
        client.invalidateQueries({ queryKey: ['consents'] }),
        client.invalidateQueries({ queryKey: ['messages'] }),
      ]);
    },
  });
}

interface RecordDialogProps {
  who: Who;
  onClose: () => void;
}

/** Takes down what a customer has just said, or wrote somewhere. */
export function RecordDialog({ who, onClose }: RecordDialogProps) {
  const record = useRecord(who);
  const form = useEditing(formFor(who), (value) => mistakesIn(value, Date.now()));

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const said = form.submit();
    if (said !== null) record.mutate(said, { onSuccess: onClose, onError: form.refuse });
  }

  const { personId, address } = aboutWhomIn(form.value, who);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Record what they said"
      description={`It is kept for ${[address, personId && `person ${personId}`].filter(Boolean).join(' and ')}.`}
    >
      <form noValidate onSubmit={submit} className="contents">
        <DialogBody>
          <div className="flex flex-col gap-4">
            {form.elsewhere !== null && <Notice error={form.elsewhere} />}
            <RecordFields form={form} who={who} />
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={record.isPending}>
            Record
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
