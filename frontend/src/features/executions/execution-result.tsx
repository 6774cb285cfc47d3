import { JsonTree } from '@/components/json/json-tree';
import type { Execution } from '@/lib/api-types';

/** What went into the execution as a whole and what came out. */
export function ExecutionResult({ execution }: { execution: Execution }) {
  return (
    <section aria-label="Input and output" className="flex min-w-0 flex-col gap-3">
      <h2 className="sr-only">Input and output</h2>
      <JsonTree label="Input" value={execution.input} />
      <JsonTree label="Output" value={execution.output ?? undefined} />
    </section>
  );
}
