import { Link } from 'react-router';
import { Button } from '@/components/ui/button';
import { linkLook } from '@/components/ui/link-look';
import type { ViewCommand } from '@/features/editor/commands';
import { useCommands } from '@/features/editor/editor-context';

interface FirstStepsProps {
  /** Whether anything but a person starts the workflow yet. */
  isStarted: boolean;
  show: (command: ViewCommand) => void;
}

/** What to do on an empty canvas: what is next is the one that stands out. */
export function FirstSteps({ isStarted, show }: FirstStepsProps) {
  const { openStart } = useCommands();
  return (
    <section
      aria-label="How to begin"
      className="pointer-events-none absolute inset-x-0 bottom-20 z-10 flex justify-center px-4"
    >
      <div className="pointer-events-auto flex max-w-md flex-col items-center gap-3 rounded-xl border bg-surface px-5 py-4 text-center">
        <p className="text-ink-soft">
          {isStarted
            ? 'Now say what shall happen then: one step after the other.'
            : 'First say what starts it, then what shall happen: one step after the other.'}
        </p>
        <div className="flex flex-wrap justify-center gap-2">
          <Button size="sm" variant={isStarted ? 'secondary' : 'primary'} onClick={openStart}>
            Choose what starts it
          </Button>
          <Button size="sm" variant={isStarted ? 'primary' : 'secondary'} onClick={() => show('add')}>
            Add the first step
          </Button>
        </div>
        <p className="text-sm text-ink-faint">
          Or{' '}
          <button type="button" className={linkLook} onClick={() => show('words')}>
            build it with words
          </button>
          , or take{' '}
          <Link to="/templates" className={linkLook}>
            a template
          </Link>
          .
        </p>
      </div>
    </section>
  );
}
