import type { SignedIn } from '@/lib/api-types';
import { noteCorrelation } from '@/lib/http/correlation';
import { Problem, problemOf, unreachable } from '@/lib/http/problem';
import { session as browserSession, type SessionStore } from '@/lib/http/session';

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a Blob is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface Client {
  /** The parsed body; throws a Problem for everything that is not a success. */
  json: <T>(path: string, options?: RequestOptions) => Promise<T>;
  /** The raw answer, for streams; the token is added and renewed as for every other request. */
  open: (path: string, options?: RequestOptions) => Promise<Response>;
  /** Renews the access token by the refresh cookie; false when there is no session to renew. */
  refresh: () => Promise<boolean>;
}

/** A token that ends this soon is renewed before it is used. */
const EARLY_MS = 10_000;
const REFRESH = '/api/auth/refresh';

export function createClient(session: SessionStore = browserSession): Client {
  let refreshing: Promise<boolean> | null = null;

  function refresh(): Promise<boolean> {
    refreshing ??= oneTabAtATime(renew).finally(() => (refreshing = null));
    return refreshing;
  }

  async function renew(): Promise<boolean> {
    const response = await send(REFRESH, { method: 'POST' }, null);
    if (response.ok) {
      session.signIn((await response.json()) as SignedIn);
      return true;
    }
    if (response.status === 401 || response.status === 403) {
      session.signOut();
      return false;
    }
    throw await problemOf(response);
  }

  async function usableToken(): Promise<string | null> {
    const current = session.read();
    if (current.status !== 'signed-in') return null;
    if (current.expiresAt - Date.now() > EARLY_MS) return current.token;
    await refresh();
    return tokenNow(session);
  }

  async function open(path: string, options: RequestOptions = {}): Promise<Response> {
    const token = await usableToken();
    const response = await send(path, options, token);
    if (response.ok) return response;
    if (response.status === 401 && token !== null) {
      const renewed = tokenNow(session) !== token || (await refresh());
      if (renewed) return succeeded(await send(path, options, tokenNow(session)));
    }
    throw await problemOf(response);
  }

  async function json<T>(path: string, options: RequestOptions = {}): Promise<T> {
    const response = await open(path, options);
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  return { json, open, refresh };
}

async function send(path: string, options: RequestOptions, token: string | null): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json', ...options.headers });
  if (token !== null) headers.set('Authorization', `Bearer ${token}`);
  const init: RequestInit = { method: options.method ?? 'GET', headers, signal: options.signal };
  if (options.body instanceof Blob) {
    headers.set('Content-Type', options.body.type);
    init.body = options.body;
  } else if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json');
    init.body = JSON.stringify(options.body);
  }
  try {
    const response = await fetch(path, init);
    noteCorrelation(response);
    return response;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw unreachable();
  }
}

async function succeeded(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw await problemOf(response);
}

function tokenNow(session: SessionStore): string | null {
  const current = session.read();
  return current.status === 'signed-in' ? current.token : null;
}

/** The refresh token is rotated by each use, so two tabs must not use it at the same time. */
async function oneTabAtATime(work: () => Promise<boolean>): Promise<boolean> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request('automatrix.refresh', work);
}

export const client = createClient();

export function isProblem(error: unknown, code: string): error is Problem {
  return error instanceof Problem && error.code === code;
}
