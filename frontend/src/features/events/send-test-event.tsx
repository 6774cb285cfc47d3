import { useRef, useState, type SyntheticEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { JsonControl } from '@/components/schema-form/json-control';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/failure';
import { Field, FieldError } from '@/components/ui/field';
import { api } from '@/lib/api';
import type { EventType } from '@/lib/api-types';
import { Problem } from '@/lib/http/problem';
import type { JsonValue } from '@/lib/json';
import { uniqueId } from '@/lib/unique-id';

/** Sends an event as another system would; the server says what does not fit. */
export function SendTestEvent({ eventType, start }: { eventType: EventType; start: JsonValue }) {
  const [data, setData] = useState<JsonValue>(start);
  const [readable, setReadable] = useState(true);
  const send = useSend(eventType.type);
  const violations = send.error instanceof Problem ? send.error.violations : [];

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (readable) send.mutate(data);
  }

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Field label="Data" hint="It starts every published workflow that listens to this event.">
        {(ids) => <JsonControl {...ids} rows={14} value={data} onValue={setData} onReadable={setReadable} />}
      </Field>
      {send.isError && <Notice error={send.error} />}
      {violations.map((violation, index) => (
        <FieldError key={index}>
          {violation.pointer && <code className="font-mono">{violation.pointer}</code>} {violation.message}
        </FieldError>
      ))}
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
        disabled={!readable}
      >
        Send the event
      </Button>
    </form>
  );
}

function useSend(type: string) {
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
  });
}
