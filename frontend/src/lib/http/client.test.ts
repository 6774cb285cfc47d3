import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { createClient } from '@/lib/http/client';
import { NETWORK_PROBLEM, Problem } from '@/lib/http/problem';
import { createSessionStore } from '@/lib/http/session';
import { problem, server } from '@/test/server';

const user = {
  id: 'u1',
  email: 'ana@example.test',
  name: 'Ana',
  roles: [],
  isActive: true,
  mustChangePassword: false,
};

function signedIn(expiresIn = 600) {
  const session = createSessionStore();
  session.signIn({ accessToken: 'old', expiresIn, user });
  return { session, client: createClient(session) };
}

/** A server that knows the token "new" only, and counts the refreshes that gave it out. */
function serverAfterExpiry() {
  const seen = { refreshes: 0 };
  server.use(
    http.get('/api/thing', ({ request }) =>
      request.headers.get('Authorization') === 'Bearer new'
        ? HttpResponse.json({ value: 1 })
        : problem(401, 'auth.unauthenticated', 'Sign in.'),
    ),
    http.post('/api/auth/refresh', () => {
      seen.refreshes += 1;
      return HttpResponse.json({ accessToken: 'new', expiresIn: 600, user });
    }),
  );
  return seen;
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Problem);
  return error as Problem;
}

describe('a request', () => {
  it('renews the token after a 401 and is sent again', async () => {
    const seen = serverAfterExpiry();
    const { client } = signedIn();

    expect(await client.json('/api/thing')).toEqual({ value: 1 });
    expect(seen.refreshes).toBe(1);
  });

  it('shares one refresh with the requests beside it', async () => {
    const seen = serverAfterExpiry();
    const { client } = signedIn();

    await Promise.all([client.json('/api/thing'), client.json('/api/thing'), client.json('/api/thing')]);

    expect(seen.refreshes).toBe(1);
  });

  it('renews a token that is about to end before it uses it', async () => {
    const seen = serverAfterExpiry();
    const { client } = signedIn(5);

    await client.json('/api/thing');

    expect(seen.refreshes).toBe(1);
  });

  it('ends the session when the refresh is refused', async () => {
    server.use(
      http.get('/api/thing', () => problem(401, 'auth.unauthenticated', 'Sign in.')),
      http.post('/api/auth/refresh', () => problem(401, 'auth.no-session', 'Sign in.')),
    );
    const { client, session } = signedIn();

    expect((await problemOf(client.json('/api/thing'))).status).toBe(401);
    expect(session.read()).toEqual({ status: 'signed-out' });
    expect(session.mayBeRestored()).toBe(false);
  });

  it('does not end the session when the refresh could not be answered', async () => {
    server.use(
      http.get('/api/thing', () => problem(401, 'auth.unauthenticated', 'Sign in.')),
      http.post('/api/auth/refresh', () => problem(503, 'service.unavailable', 'Later.')),
    );
    const { client, session } = signedIn();

    expect((await problemOf(client.json('/api/thing'))).code).toBe('service.unavailable');
    expect(session.read().status).toBe('signed-in');
  });

  it('keeps the token out of every storage', () => {
    signedIn();

    const stored = [localStorage, sessionStorage].flatMap((storage) => Object.values<string>(storage));
    expect(stored).toEqual(['yes']);
    expect(document.cookie).toBe('');
  });
});

describe('a refusal', () => {
  it('carries code, sentence, correlation id and violations', async () => {
    const violation = { pointer: '/input/score', code: 'maximum', message: 'At most 100.' };
    server.use(http.get('/api/thing', () => problem(400, 'input.invalid', 'It does not fit.', [violation])));

    const refused = await problemOf(signedIn().client.json('/api/thing'));

    expect(refused).toMatchObject({
      status: 400,
      code: 'input.invalid',
      message: 'It does not fit.',
      correlationId: 'c-42',
    });
    expect(refused.violations).toEqual([violation]);
  });

  it('that is no problem document still becomes a sentence', async () => {
    server.use(
      http.get(
        '/api/thing',
        () => new HttpResponse('<html>', { status: 502, headers: { 'X-Correlation-Id': 'c-7' } }),
      ),
    );

    const refused = await problemOf(signedIn().client.json('/api/thing'));

    expect(refused).toMatchObject({ code: 'http.502', title: 'Something went wrong', correlationId: 'c-7' });
  });

  it('by the network says that the server could not be reached', async () => {
    server.use(http.get('/api/thing', () => HttpResponse.error()));

    expect((await problemOf(signedIn().client.json('/api/thing'))).code).toBe(NETWORK_PROBLEM);
  });
});
