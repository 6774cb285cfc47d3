import { useRef, type SyntheticEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EntryFields } from '@/components/schema-form/entry-fields';
import { useEntry } from '@/components/schema-form/use-entry';
import { Button } from '@/components/ui/button';
import { api } from '@/lib/api';
import type { EventType } from '@/lib/api-types';
import { Problem } from '@/lib/http/problem';
import type { JsonValue } from '@/lib/json';
import { uniqueId } from '@/lib/unique-id';

/** Sends an event as another system would; the server says what does not fit. */
export function SendTestEvent({ eventType, start }: { eventType: EventType; start: JsonValue }) {
  const entry = useEntry(eventType.schema, start);
  const send = useSend(eventType.type, (problem) => entry.form.refuse(problem.violations));

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    entry.submit((data) => send.mutate(data));
  }

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-sm text-ink-faint">It starts every published workflow that listens to this event.</p>
      <EntryFields
        entry={entry}
        label="Data"
        error={send.error}
        without="This type of event has no fields."
      />
      {send.isSuccess && (
        <p role="status" className="text-sm text-completed">
          The event was taken.{' '}
          <Link to={`/executions?eventType=${eventType.type}`} className="underline">
            See what it starts
          </Link>
        </p>
      )}
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        busy={send.isPending}
        disabled={!entry.isReadable}
      >
        Send the event
      </Button>
    </form>
  );
}

function useSend(type: string, onRefused: (problem: Problem) => void) {
  const queryClient = useQueryClient();
  const sent = useRef({ body: '', id: '' });
  return useMutation({
    mutationFn: (data: JsonValue) => {
      // What is sent again after a lost answer keeps its id, and so counts once.
      const body = JSON.stringify(data ?? null);
      if (sent.current.body !== body) sent.current = { body, id: uniqueId() };
      return api.sendEvent(type, sent.current.id, data ?? null);
    },
    onSuccess: () => {
      sent.current = { body: '', id: '' };
      void queryClient.invalidateQueries({ queryKey: ['executions'] });
    },
    onError: (error) => {
      if (error instanceof Problem) onRefused(error);
    },
  });
}
