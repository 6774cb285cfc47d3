import { Check, CloudOff, LoaderCircle, TriangleAlert, Users } from 'lucide-react';
import type { SaveState } from '@/features/editor/saving/saver';
import { messageOf } from '@/lib/http/problem';

/** Whether what was done is safe. */
export function SaveMark({ saving }: { saving: SaveState }) {
  return (
    <p
      role="status"
      className="flex items-center gap-1.5 text-sm whitespace-nowrap text-ink-faint [&_svg]:size-4"
      title={saving.kind === 'failed' ? messageOf(saving.error) : undefined}
    >
      <Words saving={saving} />
    </p>
  );
}

function Words({ saving }: { saving: SaveState }) {
  switch (saving.kind) {
    case 'saved':
      return (
        <>
          <Check className="text-completed" aria-hidden /> Saved
        </>
      );
    case 'waiting':
    case 'saving':
      return (
        <>
          <LoaderCircle className="animate-turn" aria-hidden /> Saving…
        </>
      );
    case 'offline':
      return (
        <>
          <CloudOff className="text-compensating" aria-hidden /> Offline, kept in this browser
        </>
      );
    case 'failed':
      return (
        <>
          <TriangleAlert className="text-failed" aria-hidden /> Not saved
        </>
      );
    case 'conflict':
      return (
        <>
          <Users className="text-failed" aria-hidden /> Conflict
        </>
      );
  }
}

/** In place of the saving, for those who may not edit. */
export function ReadOnlyMark() {
  return <p className="text-sm whitespace-nowrap text-ink-faint">Only to look at</p>;
}
