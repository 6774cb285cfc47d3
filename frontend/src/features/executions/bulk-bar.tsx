import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ban, RotateCcw } from 'lucide-react';
import { CancelMatchingDialog } from '@/features/executions/cancel-matching-dialog';
import type { ExecutionFilters } from '@/features/executions/model/filters';
import { tellOutcome } from '@/features/executions/tell-outcome';
import { hasEnded } from '@/components/graph/model/states';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFooter } from '@/components/ui/dialog';
import { api } from '@/lib/api';
import type { ExecutionSummary } from '@/lib/api-types';
import { eachOf } from '@/lib/each-of';
import { plural } from '@/lib/format/words';

type Action = 'cancel' | 'rerun';

const WORDS: Record<Action, { verb: string; about: string; done: string }> = {
  cancel: {
    verb: 'Cancel',
    about: 'Steps that are running are stopped, and nothing new begins. It cannot be taken back.',
    done: 'cancelled',
  },
  rerun: {
    verb: 'Run again',
    about:
      'Each starts a new execution of the same version with the same input. What steps send is sent once more.',
    done: 'started again',
  },
};

interface BulkBarProps {
  chosen: ExecutionSummary[];
  filters: ExecutionFilters;
  onDone: () => void;
}

/** Cancels or runs again what is chosen, after saying how many that are. */
export function BulkBar({ chosen, filters, onDone }: BulkBarProps) {
  const [asking, setAsking] = useState<Action | null>(null);
  const [isCancellingAll, setCancellingAll] = useState(false);
  const isFiltered = Object.values(filters).some((value) => value !== '');
  const queryClient = useQueryClient();
  const going = chosen.filter((execution) => !hasEnded(execution.status));
  const ended = chosen.filter((execution) => hasEnded(execution.status));
  const targets = asking === 'cancel' ? going : ended;
  const act = useMutation({
    mutationFn: (action: Action) =>
      eachOf(targets, ({ id }) =>
        action === 'cancel' ? api.cancelExecution(id) : api.rerunExecution(id, null),
      ),
    onSuccess: (outcome, action) => {
      tellOutcome(outcome, WORDS[action].done);
      setAsking(null);
      onDone();
      void queryClient.invalidateQueries({ queryKey: ['executions'] });
    },
  });
  const question = asking && `${WORDS[asking].verb} ${plural(targets.length, 'execution')}`;
  return (
    <div
      role="region"
      aria-label="Chosen executions"
      className="flex flex-wrap items-center gap-2 border-b bg-accent-soft px-4 py-2"
    >
      <span className="mr-auto font-medium">{plural(chosen.length, 'execution')} chosen</span>
      <Button variant="quiet" onClick={onDone}>
        Choose none
      </Button>
      <Button disabled={ended.length === 0} onClick={() => setAsking('rerun')}>
        <RotateCcw aria-hidden />
        Run again {ended.length}
      </Button>
      <Button variant="danger" disabled={going.length === 0} onClick={() => setAsking('cancel')}>
        <Ban aria-hidden />
        Cancel {going.length}
      </Button>
      {isFiltered && (
        <Button variant="danger" onClick={() => setCancellingAll(true)}>
          Cancel all that match…
        </Button>
      )}
      {isCancellingAll && (
        <CancelMatchingDialog filters={filters} onDone={onDone} onClose={() => setCancellingAll(false)} />
      )}
      {asking && question && (
        <Dialog
          open
          onOpenChange={() => setAsking(null)}
          title={`${question}?`}
          description={WORDS[asking].about}
        >
          <DialogFooter>
            <Button variant="quiet" onClick={() => setAsking(null)}>
              Not now
            </Button>
            <Button
              variant={asking === 'cancel' ? 'danger' : 'primary'}
              busy={act.isPending}
              onClick={() => act.mutate(asking)}
            >
              {question}
            </Button>
          </DialogFooter>
        </Dialog>
      )}
    </div>
  );
}
