import { useQuery } from '@tanstack/react-query';
import { queries } from '@/lib/queries';
import { roleName, USUAL_ROLES } from '@/lib/role-names';

interface Suggestion {
  value: string;
  label: string;
}

/** The departments, positions and roles that a task may be for; those of this dealership come first. */
export function useRoleSuggestions(): string[] {
  const { data = [] } = useQuery(queries.colleagues());
  const own = data.flatMap(({ groups }) => groups).sort();
  return [...new Set([...own, ...USUAL_ROLES])];
}

/** The people that a task may be for. */
export function usePersonSuggestions(): Suggestion[] {
  const { data = [] } = useQuery(queries.colleagues());
  return data.map(({ email, name, groups }) => ({
    value: email,
    label: [name, ...groups.map(roleName)].join(', '),
  }));
}
