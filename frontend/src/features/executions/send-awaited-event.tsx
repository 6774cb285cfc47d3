import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Radio } from 'lucide-react';
import { toast } from 'sonner';
import { aboutIt, awaitedBy, firstAwaiting, textOf, type Awaited } from '@/features/executions/model/awaited';
import { JsonControl } from '@/components/schema-form/json-control';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { Skeleton } from '@/components/ui/skeleton';
import { api } from '@/lib/api';
import type { StepLog } from '@/lib/api-types';
import { eventInWords } from '@/lib/format/words';
import type { JsonValue } from '@/lib/json';
import { queries } from '@/lib/queries';
import { uniqueId } from '@/lib/unique-id';

/** Sends the event that the execution waits for, as its sender would; nothing while it waits for none. */
export function SendAwaitedEvent({ id, rows }: { id: string; rows: StepLog[] }) {
  const [open, setOpen] = useState(false);
  const waiting = firstAwaiting(rows);
  const stepRun = useQuery({
    ...queries.stepRun(id, waiting?.stepRunId ?? ''),
    enabled: waiting !== undefined,
  });
  const inFull = stepRun.data?.findLast((row) => row.attempt === waiting?.attempt);
  const awaited = waiting ? (awaitedBy(waiting) ?? (inFull ? awaitedBy(inFull) : null)) : null;
  if (awaited === null) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Radio aria-hidden />
        Send the awaited event
      </Button>
      {open && (
        <SendDialog id={id} awaited={awaited} stepId={waiting?.nodeId ?? ''} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

interface SendDialogProps {
  id: string;
  awaited: Awaited;
  /** The step that waits. */
  stepId: string;
  onClose: () => void;
}

function SendDialog({ id, awaited, stepId, onClose }: SendDialogProps) {
  const type = useQuery(queries.eventType(awaited.eventType));
  const pinned = useQuery(queries.executionDefinition(id));
  const step = pinned.data?.definition.nodes.find((node) => node.id === stepId);
  const [typed, setTyped] = useState<JsonValue>(undefined);
  const [readable, setReadable] = useState(true);
  const [eventId] = useState(uniqueId);
  const queryClient = useQueryClient();
  const example = type.data?.example;
  const fitting = example === undefined ? null : aboutIt(example, awaited, step);
  const data = typed ?? fitting ?? example;
  const send = useMutation({
    mutationFn: () => api.sendEvent(awaited.eventType, eventId, data ?? {}),
    onSuccess: () => {
      toast.success('The event was sent.');
      void queryClient.invalidateQueries({ queryKey: ['execution', id] });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Send “${eventInWords(awaited.eventType)}”`}
      description="It is an event like any other: whatever listens to it is started too."
    >
      <DialogBody>
        <div className="flex flex-col gap-4">
          {awaited.value !== null && (
            <p className="text-ink-soft">
              The execution goes on when the event is about{' '}
              <code className="font-mono text-xs">{textOf(awaited.value)}</code>
              {fitting === null ? ': the example has to be changed to that.' : ', as this one is.'}
            </p>
          )}
          {type.isPending || pinned.isPending ? (
            <Skeleton className="h-60 w-full" />
          ) : (
            <Field label="Data">
              {(ids) => (
                <JsonControl {...ids} rows={14} value={data} onValue={setTyped} onReadable={setReadable} />
              )}
            </Field>
          )}
          {send.isError && <Notice error={send.error} />}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="quiet" onClick={onClose}>
          Not now
        </Button>
        <Button
          variant="primary"
          busy={send.isPending}
          disabled={!readable || type.isPending || pinned.isPending}
          onClick={() => send.mutate()}
        >
          Send the event
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
