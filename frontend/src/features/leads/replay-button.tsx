import { useMutation } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/failure';
import { api } from '@/lib/api';

/** Publishes the lead's event once more, so that workflows start with it again. */
export function ReplayButton({ id }: { id: string }) {
  const replay = useMutation({
    mutationFn: () => api.replayLead(id),
    onSuccess: () => toast.success('The lead was published again.'),
  });
  return (
    <>
      {replay.isError && <Notice error={replay.error} />}
      <Button busy={replay.isPending} onClick={() => replay.mutate()}>
        <RotateCw aria-hidden />
        Publish again
      </Button>
    </>
  );
}
