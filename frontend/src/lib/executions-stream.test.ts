import { waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { followExecutions } from '@/lib/executions-stream';
import { signInAs } from '@/test/render-page';
import { server } from '@/test/server';

it('all who listen share one stream, which is opened anew for who comes later', async () => {
  signInAs('VIEWER');
  let opened = 0;
  server.use(
    http.get('/api/executions/events', () => {
      opened += 1;
      const told = new ReadableStream({
        start: (to) => to.enqueue(new TextEncoder().encode('id: 1\nevent: execution.changed\ndata: {}\n\n')),
      });
      return new HttpResponse(told, { headers: { 'Content-Type': 'text/event-stream' } });
    }),
  );
  const changes = { rail: 0, list: 0, later: 0 };
  const states: string[] = [];

  const rail = followExecutions({ onChange: () => (changes.rail += 1) });
  const list = followExecutions({
    onChange: () => (changes.list += 1),
    onState: (state) => states.push(state),
  });
  await waitFor(() => expect(changes).toEqual({ rail: 1, list: 1, later: 0 }));
  expect(opened).toBe(1);
  expect(states.at(-1)).toBe('live');

  rail();
  list();
  const later = followExecutions({ onChange: () => (changes.later += 1) });
  await waitFor(() => expect(changes.later).toBe(1));
  expect(opened).toBe(2);
  later();
});
