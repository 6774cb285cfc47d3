import { CircleX } from 'lucide-react';
import { JsonTree } from '@/components/json/json-tree';
import type { Execution } from '@/lib/api-types';

/** What went into the execution as a whole and what came out. */
export function ExecutionResult({ execution }: { execution: Execution }) {
  return (
    <section aria-label="Input and output" className="flex min-w-0 flex-col gap-3">
      {execution.error && (
        <div className="rounded-lg border bg-failed-soft p-3 text-failed">
          <h2 className="flex items-center gap-2 font-medium">
            <CircleX className="size-4 shrink-0" aria-hidden />
            Why it failed
          </h2>
          <p className="mt-1 wrap-anywhere">{execution.error.message}</p>
          <p className="mt-1 font-mono text-xs">{execution.error.code}</p>
        </div>
      )}
      <h2 className="sr-only">Input and output</h2>
      <JsonTree label="Input" value={execution.input} />
      <JsonTree label="Output" value={execution.output ?? undefined} />
    </section>
  );
}
