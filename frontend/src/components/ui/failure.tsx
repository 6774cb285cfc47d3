import { CircleAlert, RotateCw } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { CopyText } from '@/components/ui/copy-text';
import { messageOf, Problem } from '@/lib/http/problem';

interface FailureProps {
  error: unknown;
  onRetry?: () => void;
}

/** A failed read: what happened, in a sentence, with a way on and a number to quote. */
export function Failure({ error, onRetry }: FailureProps) {
  const problem = error instanceof Problem ? error : null;
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-16 text-center">
      <span className="mb-4 grid size-11 place-items-center rounded-xl bg-failed-soft text-failed">
        <CircleAlert className="size-5" aria-hidden />
      </span>
      <h2 className="font-semibold">{problem?.title ?? 'Something went wrong'}</h2>
      <p className="mt-1 max-w-md text-ink-faint">{messageOf(error)}</p>
      {onRetry && (
        <Button className="mt-5" onClick={onRetry}>
          <RotateCw aria-hidden />
          Try again
        </Button>
      )}
      {problem?.correlationId && (
        <p className="mt-4 flex max-w-full flex-wrap items-center justify-center gap-x-1 text-sm text-ink-faint">
          If it goes on, quote <CopyText text={problem.correlationId} label="correlation id" />
        </p>
      )}
    </div>
  );
}

/** A refused action, inside a form or a dialog. */
export function Notice({ error }: { error: unknown }) {
  return (
    <div role="alert" className="flex animate-appear gap-2 rounded-md bg-failed-soft px-3 py-2 text-failed">
      <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
      <p className="min-w-0 wrap-anywhere">{messageOf(error)}</p>
    </div>
  );
}
