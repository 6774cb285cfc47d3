import { useSyncExternalStore } from 'react';

let open = false;
const listeners = new Set<() => void>();

export function setPaletteOpen(next: boolean): void {
  open = next;
  listeners.forEach((listener) => listener());
}

export function togglePalette(): void {
  setPaletteOpen(!open);
}

/** Whether the command palette is shown: it is one, whoever asks for it. */
export function usePaletteOpen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
