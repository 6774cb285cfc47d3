import { useState } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { DifferenceTable } from '@/features/executions/difference-table';
import { Select } from '@/components/ui/controls';
import { Dialog, DialogBody } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { Skeleton } from '@/components/ui/skeleton';
import { STATUS } from '@/components/status/status-badge';
import type { Execution, StepLog } from '@/lib/api-types';
import { exactTime } from '@/lib/format/time';
import { queries } from '@/lib/queries';

interface CompareDialogProps {
  execution: Execution;
  log: StepLog;
  rows: StepLog[];
  onClose: () => void;
}

const EXECUTION = 'execution:';
const MOST_ATTEMPTS = 50;

const keyOf = (row: StepLog) => `${row.stepRunId}#${row.attempt}`;

/** What is different from another attempt of the same step, here or in another execution of the workflow. */
export function CompareDialog({ execution, log, rows, onClose }: CompareDialogProps) {
  const attempts = rows
    .filter((row) => row.nodeId === log.nodeId && row.status !== 'SKIPPED' && keyOf(row) !== keyOf(log))
    .slice(0, MOST_ATTEMPTS);
  const list = useInfiniteQuery(queries.executions({ workflowId: execution.workflowId }));
  const others = (list.data?.pages[0]?.items ?? []).filter((other) => other.id !== execution.id);
  const [chosen, setChosen] = useState('');
  const choice = chosen || (attempts[0] ? keyOf(attempts[0]) : others[0] ? EXECUTION + others[0].id : '');
  const attempt = attempts.find((row) => keyOf(row) === choice);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Compare “${log.nodeName ?? log.nodeId}”`}
      description={`Attempt ${log.attempt} of this execution, beside another one.`}
    >
      <DialogBody>
        <div className="flex flex-col gap-4">
          <Field label="With">
            {(ids) => (
              <Select {...ids} value={choice} onChange={(event) => setChosen(event.target.value)}>
                {choice === '' && <option value="">There is nothing to compare with yet</option>}
                {attempts.length > 0 && (
                  <optgroup label="This execution">
                    {attempts.map((row) => (
                      <option key={keyOf(row)} value={keyOf(row)}>
                        {row.stepRunId} · attempt {row.attempt} · {STATUS[row.status].word}
                      </option>
                    ))}
                  </optgroup>
                )}
                {others.length > 0 && (
                  <optgroup label="Other executions of the workflow">
                    {others.map((other) => (
                      <option key={other.id} value={EXECUTION + other.id}>
                        {exactTime(other.startedAt)} · {STATUS[other.status].word}
                      </option>
                    ))}
                  </optgroup>
                )}
              </Select>
            )}
          </Field>
          {choice.startsWith(EXECUTION) ? (
            <With key={choice} log={log} executionId={choice.slice(EXECUTION.length)} other={null} />
          ) : (
            attempt && <With key={choice} log={log} executionId={execution.id} other={attempt} />
          )}
        </div>
      </DialogBody>
    </Dialog>
  );
}

interface WithProps {
  log: StepLog;
  executionId: string;
  /** An attempt of that execution; null for the last of the same step run. */
  other: StepLog | null;
}

function With({ log, executionId, other }: WithProps) {
  const logs = useQuery(queries.stepRun(executionId, other?.stepRunId ?? log.stepRunId));
  if (logs.isPending) return <Skeleton className="h-40 w-full" />;
  if (logs.isError) return <Notice error={logs.error} />;
  const same = other
    ? logs.data.find((row) => row.attempt === other.attempt)
    : logs.data.findLast((row) => row.status !== 'SKIPPED');
  return <DifferenceTable log={log} other={same} />;
}
