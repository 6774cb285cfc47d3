import { Pin as PinIcon } from 'lucide-react';
import { handleInWords } from '@/components/graph/model/graph';
import { JsonTree } from '@/components/json/json-tree';
import { StatusBadge } from '@/components/status/status-badge';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { useCatalogue } from '@/features/editor/inspector/use-catalogue';
import { needsAnswer } from '@/features/editor/testing/model/draft-run';
import { obstaclesOf, pinOf } from '@/features/editor/testing/one-step';
import type { Bench } from '@/features/editor/testing/use-bench';
import type { SimulatedStep, TestResult } from '@/lib/building-types';
import type { WorkflowNode } from '@/lib/definition';

interface StepResultProps {
  node: WorkflowNode;
  outcome: { result: TestResult; step: SimulatedStep | null };
  bench: Bench;
}

/** How a step went that was run alone: its end, what it got, and what it gave or why it failed. */
export function StepResult({ node, outcome, bench }: StepResultProps) {
  const { result, step } = outcome;
  const { stepTypes } = useCatalogue();
  const type = stepTypes.find((one) => one.type === node.type);
  const isPinned = bench.pins.has(node.id);
  const ways = (step?.handles ?? []).flatMap((handle) => handleInWords(handle) ?? []);
  return (
    <section aria-label="Result of the step" className="flex min-w-0 flex-col gap-3 border-t pt-3">
      <div role="status" className="flex flex-wrap items-center gap-2">
        {step ? <StatusBadge status={step.status} /> : <span>The step did not run.</span>}
        {ways.length > 0 && <span className="text-sm text-ink-soft">Goes on by “{ways.join('”, “')}”</span>}
      </div>
      {step?.error && <FieldError>{step.error.message}</FieldError>}
      {!step?.error && result.error && <FieldError>{result.error.message}</FieldError>}
      {obstaclesOf(result).map((message) => (
        <FieldError key={message}>{message}</FieldError>
      ))}
      {step && <JsonTree label="What it gets" value={step.input} />}
      {step?.status === 'COMPLETED' && (
        <>
          <JsonTree label="What it gives" value={step.output} />
          {node.type === 'flow.waitForEvent' && (
            <p className="text-sm text-ink-faint">The event that came is a sample.</p>
          )}
          {needsAnswer(type) && (
            <p className="text-sm text-ink-faint">
              Nothing was sent. What it gives is {isPinned ? 'its pinned output' : 'a sample'}.
            </p>
          )}
          <Button
            size="sm"
            className="self-start"
            aria-pressed={isPinned}
            onClick={() => bench.onPin(node.id, isPinned ? null : pinOf(step))}
          >
            <PinIcon aria-hidden />
            {isPinned ? 'Unpin its output' : 'Pin this output'}
          </Button>
        </>
      )}
    </section>
  );
}
