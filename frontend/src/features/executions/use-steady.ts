import { useState } from 'react';
import { steady } from '@/features/executions/model/steady';

const NONE: ReadonlySet<string> = new Set();

/**
 * Holds the rows of a list where they are while it is renewed.
 *
 * @param key of what is listed; with another one the list begins anew
 * @param latest null while the list of that key is not there yet
 */
export function useSteady<T extends { id: string }>(key: string, latest: T[] | null) {
  const [held, setHeld] = useState<{ key: string; rows: T[] } | null>(null);
  const isSame = held !== null && held.key === key;
  const { shown, fresh, left } = steady(isSame ? held.rows : [], latest ?? []);
  if (latest !== null && (!isSame || held.rows.length !== shown.length)) setHeld({ key, rows: shown });
  return {
    shown,
    fresh,
    left: latest === null ? NONE : left,
    showFresh: () => setHeld({ key, rows: latest ?? [] }),
  };
}
