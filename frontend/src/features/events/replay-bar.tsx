import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { eventsApi } from '@/lib/api/events';
import { plural } from '@/lib/format/words';
import { messageOf } from '@/lib/http/problem';

const AT_ONCE = 200;

/** Sends what is chosen again, as it came. */
export function ReplayBar({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const queryClient = useQueryClient();
  const replay = useMutation({
    mutationFn: () => eventsApi.replayDeadLetters(ids.slice(0, AT_ONCE)),
    onSuccess: ({ items }) => {
      const done = items.filter((item) => item.isReplayed).length;
      if (done > 0) toast.success(`${plural(done, 'record')} sent again.`);
      for (const item of items.filter((each) => !each.isReplayed).slice(0, 3))
        toast.error(item.message ?? 'One could not be sent again.');
      onDone();
      void queryClient.invalidateQueries({ queryKey: ['dead-letters'] });
    },
    onError: (error) => toast.error(messageOf(error)),
  });
  return (
    <div
      role="region"
      aria-label="Chosen dead letters"
      className="flex flex-wrap items-center gap-2 border-b bg-accent-soft px-4 py-2"
    >
      <span className="mr-auto font-medium">{plural(ids.length, 'record')} chosen</span>
      <Button variant="quiet" onClick={onDone}>
        Choose none
      </Button>
      <Button variant="primary" busy={replay.isPending} onClick={() => replay.mutate()}>
        Replay {plural(Math.min(ids.length, AT_ONCE), 'record')}
      </Button>
    </div>
  );
}
