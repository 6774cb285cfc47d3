import { RotateCcw } from 'lucide-react';
import { CancelButton } from '@/features/executions/cancel-button';
import { PauseButton } from '@/features/executions/pause-button';
import { hasEnded } from '@/components/graph/model/states';
import { Button } from '@/components/ui/button';
import type { ExecutionStatus } from '@/lib/api-types';

interface ExecutionActionsProps {
  id: string;
  status: ExecutionStatus;
  paused: boolean;
  onRunAgain: () => void;
}

/** What an operator can do with an execution as a whole. */
export function ExecutionActions({ id, status, paused, onRunAgain }: ExecutionActionsProps) {
  if (hasEnded(status)) {
    return (
      <Button onClick={onRunAgain}>
        <RotateCcw aria-hidden />
        Run again
      </Button>
    );
  }
  return (
    <>
      <PauseButton id={id} paused={paused} />
      <CancelButton id={id} />
    </>
  );
}
