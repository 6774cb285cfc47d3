import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** A list's filters, kept in the address so that a link and the back button bring them back. */
export function useUrlFilters<K extends string>(keys: readonly K[]) {
  const [search, setSearch] = useSearchParams();
  const filters = Object.fromEntries(keys.map((key) => [key, search.get(key) ?? ''])) as Record<K, string>;

  const setFilter = useCallback(
    (key: K, value: string) =>
      setSearch(
        (current) => {
          const next = new URLSearchParams(current);
          if (value === '') next.delete(key);
          else next.set(key, value);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const clear = useCallback(() => setSearch({}, { replace: true }), [setSearch]);

  return { filters, setFilter, clear, isFiltered: keys.some((key) => filters[key] !== '') };
}
