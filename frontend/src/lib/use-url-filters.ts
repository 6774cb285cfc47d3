import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

/** A list's filters, kept in the address so that a link and the back button bring them back. */
export function useUrlFilters<K extends string>(keys: readonly K[]) {
  const [search, setSearch] = useSearchParams();
  const filters = Object.fromEntries(keys.map((key) => [key, search.get(key) ?? ''])) as Record<K, string>;

  // The address that was asked for last: the page shows it a moment later, and a change until then must not undo it.
  const asked = useRef(search);
  useEffect(() => {
    asked.current = search;
  }, [search]);

  const setFilters = useCallback(
    (changes: Partial<Record<K, string>>) => {
      const next = new URLSearchParams(asked.current);
      for (const [key, value] of Object.entries<string | undefined>(changes)) {
        if (value) next.set(key, value);
        else next.delete(key);
      }
      asked.current = next;
      setSearch(next, { replace: true });
    },
    [setSearch],
  );
  const setFilter = useCallback(
    (key: K, value: string) => setFilters({ [key]: value } as Partial<Record<K, string>>),
    [setFilters],
  );
  const clear = useCallback(() => {
    asked.current = new URLSearchParams();
    setSearch({}, { replace: true });
  }, [setSearch]);

  return { filters, setFilter, setFilters, clear, isFiltered: keys.some((key) => filters[key] !== '') };
}
