import { CircleX } from 'lucide-react';
import type { Execution } from '@/lib/api-types';

interface ExecutionFailureProps {
  error: Execution['error'];
  /** The step that failed last, if that is known. */
  step: { id: string; name: string } | null;
  onShow: (stepId: string) => void;
}

/** Why an execution failed, and where: what whoever opens it wants to know first. */
export function ExecutionFailure({ error, step, onShow }: ExecutionFailureProps) {
  if (!error) return null;
  return (
    <section
      aria-label="Why it failed"
      className="flex items-start gap-2.5 rounded-lg border bg-failed-soft p-3 text-failed"
    >
      <CircleX className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0">
        <h2 className="font-medium">Why it failed</h2>
        <p className="mt-0.5 wrap-anywhere">{error.message}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <code className="font-mono text-xs">{error.code}</code>
          {step && (
            <button type="button" className="underline" onClick={() => onShow(step.id)}>
              Show the step “{step.name}”
            </button>
          )}
        </p>
      </div>
    </section>
  );
}
