import { RotateCcw } from 'lucide-react';
import { CancelButton } from '@/features/executions/cancel-button';
import { MoreActions } from '@/features/executions/more-actions';
import { PauseButton } from '@/features/executions/pause-button';
import { SendAwaitedEvent } from '@/features/executions/send-awaited-event';
import { hasEnded } from '@/components/graph/model/states';
import { Button } from '@/components/ui/button';
import type { Execution, ExecutionStatus, StepLog } from '@/lib/api-types';

interface ExecutionActionsProps {
  execution: Execution;
  status: ExecutionStatus;
  paused: boolean;
  rows: StepLog[];
  /** Whether the one who looks may change anything. */
  operates: boolean;
  onRunAgain: () => void;
}

/** What can be done with an execution as a whole. */
export function ExecutionActions(props: ExecutionActionsProps) {
  const { execution, status, paused, rows, operates, onRunAgain } = props;
  return (
    <>
      {operates && hasEnded(status) && (
        <Button onClick={onRunAgain}>
          <RotateCcw aria-hidden />
          Run again
        </Button>
      )}
      {operates && !hasEnded(status) && (
        <>
          <SendAwaitedEvent id={execution.id} rows={rows} />
          <PauseButton id={execution.id} paused={paused} />
          <CancelButton id={execution.id} />
        </>
      )}
      <MoreActions execution={execution} />
    </>
  );
}
