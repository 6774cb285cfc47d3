import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { Button } from '@/components/ui/button';
import { eventsApi } from '@/lib/api/events';

/** Takes an own type out of the catalogue; the server refuses it while a published workflow listens to it. */
export function RemoveEventType({ type }: { type: string }) {
  const [asked, setAsked] = useState(false);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => eventsApi.removeEventType(type),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['event-types'] });
      toast.success('The event type is removed.');
      await navigate('/event-types');
    },
  });
  return (
    <>
      <Button variant="danger" onClick={() => setAsked(true)}>
        Remove
      </Button>
      {asked && (
        <ConfirmDialog
          title="Remove this event type?"
          action="Remove"
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsked(false)}
        >
          Events of this type are not checked any more. Its topic and what is in it stay.
        </ConfirmDialog>
      )}
    </>
  );
}
