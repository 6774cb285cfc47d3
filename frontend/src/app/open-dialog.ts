import { useSyncExternalStore } from 'react';

/** What can be shown over any page. */
export type AppDialog = 'palette' | 'keys';

let shown: AppDialog | null = null;
const listeners = new Set<() => void>();

/** Shows one of them, whoever asks for it; null shows none. */
export function openDialog(next: AppDialog | null): void {
  shown = next;
  listeners.forEach((listener) => listener());
}

/** Shows it, or takes it away if it is there. */
export function toggleDialog(dialog: AppDialog): void {
  openDialog(shown === dialog ? null : dialog);
}

export function useOpenDialog(): AppDialog | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
