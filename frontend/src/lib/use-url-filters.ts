import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** A list's filters, kept in the address so that a link and the back button bring them back. */
export function useUrlFilters<K extends string>(keys: readonly K[]) {
  const [search, setSearch] = useSearchParams();
  const filters = Object.fromEntries(keys.map((key) => [key, search.get(key) ?? ''])) as Record<K, string>;

  /** Several at once: one after another in the same moment, the last would win. */
  const setFilters = useCallback(
    (changes: Partial<Record<K, string>>) =>
      setSearch(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [key, value] of Object.entries<string | undefined>(changes)) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const setFilter = useCallback(
    (key: K, value: string) => setFilters({ [key]: value } as Partial<Record<K, string>>),
    [setFilters],
  );
  const clear = useCallback(() => setSearch({}, { replace: true }), [setSearch]);

  return { filters, setFilter, setFilters, clear, isFiltered: keys.some((key) => filters[key] !== '') };
}
