import { useState } from 'react';
import { Pin as PinIcon } from 'lucide-react';
import { JsonTree } from '@/components/json/json-tree';
import { StatusBadge } from '@/components/status/status-badge';
import { Button } from '@/components/ui/button';
import { took, type Pin } from '@/features/editor/testing/model/draft-run';
import type { SimulatedStep, TestResult } from '@/lib/building-types';
import { duration } from '@/lib/format/time';

interface TimeLineProps {
  nameOf: (nodeId: string) => string;
  result: TestResult;
  shown: number;
  onPin: (id: string, pin: Pin | null) => void;
}

/** The attempts in their order, each with a bar for its time, to open for what went in and came out. */
export function TimeLine({ nameOf, result, shown, onPin }: TimeLineProps) {
  const [open, setOpen] = useState<string | null>(null);
  const start = Date.parse(result.startedAt);
  const whole = Math.max(Date.parse(result.endedAt) - start, 1);
  return (
    <ol className="flex min-w-0 flex-col rounded-md border">
      {result.steps.slice(0, shown).map((step) => {
        const key = `${step.stepRunId}/${step.attempt}`;
        return (
          <li key={key} className="border-b last:border-b-0">
            <button
              type="button"
              aria-expanded={open === key}
              onClick={() => setOpen(open === key ? null : key)}
              className="flex w-full min-w-0 flex-col gap-1 px-2.5 py-1.5 text-left hover:bg-hover"
            >
              <span className="flex w-full items-center gap-2">
                <span className="min-w-0 flex-1 truncate">
                  {nameOf(step.nodeId)}
                  {roundOf(step)}
                  {step.attempt > 1 && <span className="text-ink-faint"> attempt {step.attempt}</span>}
                </span>
                <StatusBadge status={step.status} />
              </span>
              <Bar step={step} start={start} whole={whole} />
            </button>
            {open === key && <Details step={step} onPin={onPin} />}
          </li>
        );
      })}
    </ol>
  );
}

/** Which round of a loop it is, as its id says it behind that of the step. */
function roundOf({ stepRunId, nodeId }: SimulatedStep): string {
  return stepRunId.startsWith(nodeId) ? stepRunId.slice(nodeId.length) : '';
}

function Bar({ step, start, whole }: { step: SimulatedStep; start: number; whole: number }) {
  const from = step.startedAt ? Date.parse(step.startedAt) - start : 0;
  const ms = took(step) ?? 0;
  return (
    <span className="flex w-full items-center gap-2 text-xs text-ink-faint">
      <span className="relative h-1.5 min-w-0 flex-1 rounded-full bg-sunken">
        <span
          className="absolute inset-y-0 min-w-1 rounded-full bg-accent"
          style={{
            left: `${Math.min((from / whole) * 100, 98)}%`,
            width: `${Math.min((ms / whole) * 100, 100 - Math.min((from / whole) * 100, 98))}%`,
          }}
        />
      </span>
      <span className="w-28 shrink-0 truncate text-right tabular-nums">
        {from > 0 ? `after ${duration(from)}` : 'at once'}
        {ms > 0 && `, ${duration(ms)}`}
      </span>
    </span>
  );
}

function Details({ step, onPin }: { step: SimulatedStep; onPin: (id: string, pin: Pin | null) => void }) {
  const handle = step.handles[0] ?? 'out';
  return (
    <div className="flex min-w-0 flex-col gap-2 px-2.5 pb-2.5">
      {step.error && <p className="text-sm text-failed">{step.error.message}</p>}
      <JsonTree label="Input" value={step.input} />
      {step.status === 'COMPLETED' && <JsonTree label="Output" value={step.output} />}
      {step.status === 'COMPLETED' && (
        <Button
          size="sm"
          className="self-start"
          onClick={() =>
            onPin(step.nodeId, { output: step.output, handle: handle === 'out' ? null : handle })
          }
        >
          <PinIcon aria-hidden />
          Pin this output
        </Button>
      )}
    </div>
  );
}
