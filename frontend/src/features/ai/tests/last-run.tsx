import { Check, CircleX } from 'lucide-react';
import { count, dollars } from '@/features/ai/model/words';
import { Moment } from '@/components/status/moment';
import { Badge } from '@/components/ui/badge';
import type { PromptRun } from '@/lib/ai-types';

/** What the last run came to, and what it was a run of. */
export function LastRun({ run }: { run: PromptRun }) {
  const passed = run.results.filter((result) => result.passed).length;
  const all = run.results.length;
  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border bg-sunken px-4 py-2.5 text-ink-soft tabular-nums"
    >
      <span className="font-medium text-ink">Last run</span>
      <Badge tone={passed === all ? 'completed' : 'failed'}>
        {passed === all ? <Check aria-hidden /> : <CircleX aria-hidden />}
        {passed} of {all} passed
      </Badge>
      <span>{run.version === undefined ? 'A draft' : `Version ${run.version}`}</span>
      <span className="min-w-0 wrap-anywhere">{run.model}</span>
      <span>
        {count(run.usage.promptTokens + run.usage.completionTokens)} tokens, {dollars(run.usage.cost)}
      </span>
      <span>
        <Moment at={run.startedAt} /> by {run.startedBy}
      </span>
    </p>
  );
}
