import { ArrowUpRight, RotateCcw } from 'lucide-react';
import { Link } from 'react-router';
import { Button } from '@/components/ui/button';

interface StepActionsProps {
  /** The address of the execution that the step has started. */
  called: string | null;
  onRunAgain: (() => void) | null;
}

/** Where one can go from a step of the log. */
export function StepActions({ called, onRunAgain }: StepActionsProps) {
  if (called === null && onRunAgain === null) return null;
  return (
    <>
      {called !== null && (
        <Button asChild size="sm">
          <Link to={called}>
            <ArrowUpRight aria-hidden />
            Go to the called execution
          </Link>
        </Button>
      )}
      {onRunAgain !== null && (
        <Button size="sm" onClick={onRunAgain}>
          <RotateCcw aria-hidden />
          Run again from here
        </Button>
      )}
    </>
  );
}
