interface Named {
  id: string;
}

/** A list that is brought up to date in place: nothing moves, what is new on top waits to be asked for. */
export interface Steady<T> {
  shown: T[];
  fresh: T[];
  /** Those that are shown but are in the list no more, such as what was waiting and is not. */
  left: ReadonlySet<string>;
}

/**
 * @param held what stands on the page; a row of it stays where it is, also when it has left the list
 * @param latest the list as it is now; what follows the rows that are held is shown, what is above them is fresh
 */
export function steady<T extends Named>(held: T[], latest: T[]): Steady<T> {
  if (held.length === 0) return { shown: latest, fresh: [], left: new Set() };
  const now = new Map(latest.map((row) => [row.id, row]));
  const ids = new Set(held.map((row) => row.id));
  const lastHeld = latest.findLastIndex((row) => ids.has(row.id));
  const below = lastHeld === -1 ? [] : latest.slice(lastHeld + 1);
  return {
    shown: [...held.map((row) => now.get(row.id) ?? row), ...below],
    fresh: latest.slice(0, lastHeld === -1 ? latest.length : lastHeld).filter((row) => !ids.has(row.id)),
    left: new Set(held.filter((row) => !now.has(row.id)).map((row) => row.id)),
  };
}
