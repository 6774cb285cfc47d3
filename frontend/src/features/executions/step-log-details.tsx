import { useState, type ReactNode } from 'react';
import { GitCompare, TriangleAlert } from 'lucide-react';
import { ExplainStep } from '@/features/executions/explain-execution';
import { CompareDialog } from '@/features/executions/compare-dialog';
import { DecisionView } from '@/features/executions/decision-view';
import { degradedBecause, iterationOf } from '@/features/executions/model/gantt';
import { JsonTree } from '@/components/json/json-tree';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/failure';
import { Skeleton } from '@/components/ui/skeleton';
import { useDecisions, useStepInFull } from '@/features/executions/use-step-in-full';
import type { WorkflowNode } from '@/lib/definition';
import type { Execution, StepLog } from '@/lib/api-types';
import { exactTime } from '@/lib/format/time';
import { inWords } from '@/lib/format/words';
import { isObject } from '@/lib/json';

interface StepLogDetailsProps {
  execution: Execution;
  log: StepLog;
  rows: StepLog[];
  node: WorkflowNode | null;
  actions: ReactNode;
}

/** One attempt in full: why it went on as it did, what went in, what came out, and who did it. */
export function StepLogDetails({ execution, log: listed, rows, node, actions }: StepLogDetailsProps) {
  const { log, isPending, error, retry } = useStepInFull(execution.id, listed);
  const decisions = useDecisions(execution, log, node);
  const [comparing, setComparing] = useState(false);
  const degraded = degradedBecause(log);
  const facts = factsOf(log);
  const path = iterationOf(log.stepRunId) === '' ? `steps.${log.nodeId}.output` : undefined;
  return (
    <div className="flex animate-appear flex-col gap-3 px-4 pb-4 sm:pl-11">
      {degraded !== null && (
        <p className="flex gap-2 rounded-md bg-compensating-soft px-3 py-2 text-compensating">
          <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          <span className="min-w-0 wrap-anywhere">The result is degraded. {degraded}</span>
        </p>
      )}
      <DecisionView decisions={decisions} />
      {log.error && (
        <div className="rounded-md bg-failed-soft px-3 py-2 text-failed">
          <p className="wrap-anywhere">{log.error.message}</p>
          <p className="mt-0.5 font-mono text-xs">{log.error.code}</p>
        </div>
      )}
      {log.status === 'FAILED' && (
        <ExplainStep executionId={execution.id} state={execution.status} stepRunId={log.stepRunId} />
      )}
      {isObject(log.error?.details) && <JsonTree label="Error details" value={log.error.details} />}
      {error ? (
        <div className="flex flex-col items-start gap-2">
          <Notice error={error} />
          <Button size="sm" onClick={retry}>
            Try again
          </Button>
        </div>
      ) : (
        <div className="grid grid-cols-1 gap-3 lg:grid-cols-2">
          {isPending && log.input === undefined ? (
            <Skeleton className="h-20 lg:col-span-2" />
          ) : (
            <>
              <JsonTree label="Input" value={log.input} />
              <JsonTree label="Output" value={log.output} path={path} />
            </>
          )}
        </div>
      )}
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {facts.map(([label, value]) => (
          <div key={label} className="flex gap-1.5">
            <dt className="text-ink-faint">{label}</dt>
            <dd className="text-ink-soft">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2">
        {actions}
        <Button size="sm" onClick={() => setComparing(true)}>
          <GitCompare aria-hidden />
          Compare
        </Button>
      </div>
      {comparing && (
        <CompareDialog execution={execution} log={log} rows={rows} onClose={() => setComparing(false)} />
      )}
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
    ['Cost', usage?.cost ? `$${usage.cost}` : null],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as [string, string]]));
}
