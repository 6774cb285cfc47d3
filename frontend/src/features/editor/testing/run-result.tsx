import { Badge, type Tone } from '@/components/ui/badge';
import { FieldError } from '@/components/ui/field';
import { JsonTree } from '@/components/json/json-tree';
import { complaintsOf, sentBy, type Pin } from '@/features/editor/testing/model/draft-run';
import { TimeLine } from '@/features/editor/testing/time-line';
import type { TestResult } from '@/lib/building-types';
import { duration } from '@/lib/format/time';
import { inWords, plural } from '@/lib/format/words';
import { isObject } from '@/lib/json';

const TONES: Partial<Record<string, Tone>> = {
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
};

interface RunResultProps {
  nameOf: (nodeId: string) => string;
  result: TestResult;
  /** How many attempts the canvas shows by now. */
  shown: number;
  onPin: (id: string, pin: Pin | null) => void;
}

/** How the run went: its end, a time line of its steps, and what would have been sent. */
export function RunResult({ nameOf, result, shown, onPin }: RunResultProps) {
  const lasted = Date.parse(result.endedAt) - Date.parse(result.startedAt);
  const sent = sentBy(result);
  const isOver = shown >= result.steps.length;
  return (
    <section aria-label="Result of the test run" className="flex min-w-0 flex-col gap-3 border-t pt-3">
      <div className="flex flex-wrap items-center gap-2" role="status">
        {isOver ? (
          <Badge tone={TONES[result.status] ?? 'waiting'}>{inWords(result.status)}</Badge>
        ) : (
          <Badge tone="running">Running</Badge>
        )}
        <span className="text-sm text-ink-faint">
          {plural(new Set(result.steps.map((step) => step.stepRunId)).size, 'step')},{' '}
          {lasted === 0 ? 'all at once' : `${duration(lasted)} by the clock of the test`}
        </span>
      </div>
      {result.error && <FieldError>{result.error.message}</FieldError>}
      {complaintsOf(result).map((message) => (
        <FieldError key={message}>{message}</FieldError>
      ))}
      <TimeLine nameOf={nameOf} result={result} shown={shown} onPin={onPin} />
      {isOver && sent.length > 0 && (
        <div className="flex min-w-0 flex-col gap-2">
          <h3 className="font-medium">What would be sent</h3>
          {sent.map((step) => (
            <JsonTree
              key={`${step.stepRunId}/${step.attempt}`}
              label={`${nameOf(step.nodeId)}: ${addressee(step.input)}`}
              value={step.input}
            />
          ))}
        </div>
      )}
      {isOver && result.output !== null && result.output !== undefined && (
        <JsonTree label="Output of the workflow" value={result.output} />
      )}
    </section>
  );
}

function addressee(input: unknown): string {
  if (!isObject(input)) return 'something';
  const to = input.to ?? input.url ?? input.type ?? input.eventType;
  return typeof to === 'string' ? to : 'something';
}
