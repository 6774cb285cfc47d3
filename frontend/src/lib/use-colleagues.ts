import { useQuery } from '@tanstack/react-query';
import { inWords } from '@/lib/format/words';
import { queries } from '@/lib/queries';

interface Suggestion {
  value: string;
  label: string;
}

/** What dealerships usually call them; those of this one come first. */
const USUAL_ROLES = [
  'SALES',
  'SALES_MANAGER',
  'SERVICE',
  'SERVICE_MANAGER',
  'PARTS',
  'FINANCE',
  'GENERAL_MANAGER',
  'APPROVER',
];

/** The departments, positions and roles that a task may be for. */
export function useRoleSuggestions(): Suggestion[] {
  const { data = [] } = useQuery(queries.colleagues());
  const own = data.flatMap(({ groups }) => groups).sort();
  return [...new Set([...own, ...USUAL_ROLES])].map((role) => ({ value: role, label: inWords(role) }));
}

/** The people that a task may be for. */
export function usePersonSuggestions(): Suggestion[] {
  const { data = [] } = useQuery(queries.colleagues());
  return data.map(({ email, name, groups }) => ({
    value: email,
    label: [name, ...groups.map(inWords)].join(', '),
  }));
}
