import { client } from '@/lib/http/client';
import { session } from '@/lib/http/session';

let restoring: Promise<void> | null = null;

/** Asks for a token by the refresh cookie, once; throws when the server cannot be reached. */
export function restoreSession(): Promise<void> {
  restoring ??= restore().finally(() => (restoring = null));
  return restoring;
}

async function restore(): Promise<void> {
  if (session.mayBeRestored()) await client.refresh();
  else session.signOut();
}
