import type { ReactNode } from 'react';
import { whyOf } from '@/features/executions/model/why';
import { JsonTree } from '@/components/json/json-tree';
import type { StepLog } from '@/lib/api-types';
import { exactTime } from '@/lib/format/time';
import { inWords } from '@/lib/format/words';
import { isObject } from '@/lib/json';

interface StepLogDetailsProps {
  log: StepLog;
  actions: ReactNode;
}

/** One attempt in full: why it went on as it did, what went in, what came out, and who did it. */
export function StepLogDetails({ log, actions }: StepLogDetailsProps) {
  const why = whyOf(log);
  const facts = factsOf(log);
  return (
    <div className="flex animate-appear flex-col gap-3 px-4 pb-4 sm:pl-11">
      {why.map((line) => (
        <p key={line} className="wrap-anywhere text-ink-soft">
          {line}
        </p>
      ))}
      {log.error && (
        <div className="rounded-md bg-failed-soft px-3 py-2 text-failed">
          <p className="wrap-anywhere">{log.error.message}</p>
          <p className="mt-0.5 font-mono text-xs">{log.error.code}</p>
        </div>
      )}
      {isObject(log.error?.details) && <JsonTree label="Error details" value={log.error.details} />}
      <div className="grid gap-3 lg:grid-cols-2">
        <JsonTree label="Input" value={log.input} />
        <JsonTree label="Output" value={log.output} />
      </div>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {facts.map(([label, value]) => (
          <div key={label} className="flex gap-1.5">
            <dt className="text-ink-faint">{label}</dt>
            <dd className="text-ink-soft">{value}</dd>
          </div>
        ))}
      </dl>
      {actions}
    </div>
  );
}

function factsOf(log: StepLog): [string, string][] {
  const { usage } = log;
  const facts: [string, string | null][] = [
    ['Began', log.startedAt ? exactTime(log.startedAt) : null],
    ['Ended', log.finishedAt ? exactTime(log.finishedAt) : null],
    ['Went on by', log.handles && log.handles.length > 0 ? log.handles.map(inWords).join(', ') : null],
    ['Worker', log.worker ?? null],
    ['Model', usage?.model ?? null],
    ['Tokens', usage ? `${usage.promptTokens} in, ${usage.completionTokens} out` : null],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as [string, string]]));
}
