import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFooter } from '@/components/ui/dialog';

/** Asks before what was typed is lost by leaving the page. */
export function UnsavedGuard({ when }: { when: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!when) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);

  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog
      open
      onOpenChange={() => blocker.reset()}
      title="Leave without saving?"
      description="What you changed on this page is not saved yet."
    >
      <DialogFooter>
        <Button variant="quiet" className="text-failed" onClick={() => blocker.proceed()}>
          Leave and lose it
        </Button>
        <Button variant="primary" onClick={() => blocker.reset()}>
          Stay here
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
