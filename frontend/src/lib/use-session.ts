import { useSyncExternalStore } from 'react';
import type { User } from '@/lib/api-types';
import { session, type Session } from '@/lib/http/session';

export function useSession(): Session {
  return useSyncExternalStore(session.subscribe, session.read);
}

export function useUser(): User | null {
  const current = useSession();
  return current.status === 'signed-in' ? current.user : null;
}
