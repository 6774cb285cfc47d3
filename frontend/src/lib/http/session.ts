import type { SignedIn, User } from '@/lib/api-types';

export type Session =
  | { status: 'restoring' }
  | { status: 'signed-out' }
  | { status: 'signed-in'; user: User; token: string; expiresAt: number };

/** Says only that a refresh cookie probably exists; never holds a token. */
const HINT = 'automatrix.signed-in';

export interface SessionStore {
  read: () => Session;
  subscribe: (listener: () => void) => () => void;
  signIn: (answer: SignedIn) => void;
  signOut: () => void;
  mayBeRestored: () => boolean;
}

/** Keeps the access token in memory only, so that no script of a later page load can read it. */
export function createSessionStore(storage: Storage = window.localStorage, now = Date.now): SessionStore {
  let session: Session = { status: 'restoring' };
  const listeners = new Set<() => void>();

  function change(next: Session) {
    session = next;
    listeners.forEach((listener) => listener());
  }

  return {
    read: () => session,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signIn: ({ accessToken, expiresIn, user }) => {
      storage.setItem(HINT, 'yes');
      change({ status: 'signed-in', user, token: accessToken, expiresAt: now() + expiresIn * 1000 });
    },
    signOut: () => {
      storage.removeItem(HINT);
      change({ status: 'signed-out' });
    },
    mayBeRestored: () => storage.getItem(HINT) !== null,
  };
}

export const session = createSessionStore();
