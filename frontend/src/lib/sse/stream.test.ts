import { waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '@/lib/http/client';
import { createSessionStore } from '@/lib/http/session';
import type { ServerEvent } from '@/lib/sse/parser';
import { followStream, type StreamState } from '@/lib/sse/stream';
import { problem, server } from '@/test/server';

const PATH = '/api/executions/e1/events';

function follow() {
  const session = createSessionStore();
  const user = {
    id: 'u',
    email: 'a@b.test',
    name: 'A',
    roles: [],
    isActive: true,
    mustChangePassword: false,
  };
  session.signIn({ accessToken: 'token', expiresIn: 600, user });
  const events: ServerEvent[] = [];
  const states: StreamState[] = [];
  const close = followStream({
    path: PATH,
    client: createClient(session),
    backoff: () => 1,
    isLast: (event) => event.type === 'execution.completed',
    onEvent: (event) => events.push(event),
    onState: (state) => states.push(state),
  });
  return { events, states, close };
}

const stream = (text: string) => new HttpResponse(text, { headers: { 'Content-Type': 'text/event-stream' } });

it('resumes after a break with the last id and ends with the last event', async () => {
  const asked: (string | null)[] = [];
  server.use(
    http.get(PATH, ({ request }) => {
      asked.push(request.headers.get('Last-Event-ID'));
      return asked.length === 1
        ? stream('id: 1\nevent: execution.started\ndata: {}\n\nid: 2\nevent: step.started\ndata: {}\n\n')
        : stream('id: 3\nevent: execution.completed\ndata: {}\n\n');
    }),
  );

  const { events, states } = follow();

  await waitFor(() => expect(states.at(-1)).toBe('ended'));
  expect(asked).toEqual([null, '2']);
  expect(events.map((event) => event.id)).toEqual(['1', '2', '3']);
});

it('sends the token and asks for an event stream', async () => {
  let headers = new Headers();
  server.use(
    http.get(PATH, ({ request }) => {
      headers = request.headers;
      return stream('event: execution.completed\ndata: {}\n\n');
    }),
  );

  const { states } = follow();

  await waitFor(() => expect(states.at(-1)).toBe('ended'));
  expect(headers.get('Authorization')).toBe('Bearer token');
  expect(headers.get('Accept')).toBe('text/event-stream');
});

it('falls back to polling while it fails and comes back to life', async () => {
  let broken = true;
  server.use(
    http.get(PATH, () =>
      broken
        ? problem(503, 'service.unavailable', 'Later.')
        : stream('event: execution.completed\ndata: {}\n\n'),
    ),
  );

  const { states } = follow();

  await waitFor(() => expect(states).toContain('polling'));
  broken = false;
  await waitFor(() => expect(states.slice(-2)).toEqual(['live', 'ended']));
});

it('does not ask again after a refusal', async () => {
  let asked = 0;
  server.use(
    http.get(PATH, () => {
      asked += 1;
      return problem(404, 'execution.not-found', 'None.');
    }),
  );

  const { states } = follow();

  await waitFor(() => expect(states.at(-1)).toBe('ended'));
  expect(asked).toBe(1);
});

describe('a tab that nobody sees', () => {
  let visibility: DocumentVisibilityState = 'visible';

  function show(next: DocumentVisibilityState) {
    visibility = next;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 20 });
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    visibility = 'visible';
  });

  it('lets go of its stream and takes it up where it was when it is seen again', async () => {
    const asked: (string | null)[] = [];
    let open = 0;
    server.use(
      http.get(PATH, ({ request }) => {
        asked.push(request.headers.get('Last-Event-ID'));
        open += 1;
        request.signal.addEventListener('abort', () => (open -= 1));
        const told = new ReadableStream({
          start: (to) =>
            to.enqueue(new TextEncoder().encode(`id: ${asked.length}\nevent: step.started\ndata: {}\n\n`)),
        });
        return new HttpResponse(told, { headers: { 'Content-Type': 'text/event-stream' } });
      }),
    );
    const { events, states, close } = follow();
    await waitFor(() => expect(events).toHaveLength(1));

    show('hidden');
    await vi.advanceTimersByTimeAsync(1_500);
    await waitFor(() => expect(open).toBe(0));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([null]);

    show('visible');
    await waitFor(() => expect(events.map((event) => event.id)).toEqual(['1', '2']));
    expect(asked).toEqual([null, '1']);
    expect(states).not.toContain('polling');
    close();
  });

  it('keeps it over a short look elsewhere', async () => {
    let asked = 0;
    server.use(
      http.get(PATH, () => {
        asked += 1;
        const told = new ReadableStream({
          start: (to) => to.enqueue(new TextEncoder().encode('id: 1\nevent: step.started\ndata: {}\n\n')),
        });
        return new HttpResponse(told, { headers: { 'Content-Type': 'text/event-stream' } });
      }),
    );
    const { events, close } = follow();
    await waitFor(() => expect(events).toHaveLength(1));

    show('hidden');
    await vi.advanceTimersByTimeAsync(500);
    show('visible');
    await vi.advanceTimersByTimeAsync(60_000);

    expect(asked).toBe(1);
    close();
  });
});
