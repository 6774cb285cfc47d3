import { inWords } from '@/lib/format/words';

/** What the usual roles of a dealership are called. */
const USUAL: Record<string, string> = {
  SALES: 'Sales',
  SALES_MANAGER: 'Sales manager',
  SERVICE: 'Service',
  SERVICE_MANAGER: 'Service manager',
  PARTS: 'Parts',
  FINANCE: 'Finance',
  GENERAL_MANAGER: 'General manager',
  APPROVER: 'Approver',
};

export const USUAL_ROLES: readonly string[] = Object.keys(USUAL);

const isExpression = (text: string) => text.includes('{{');

/** A role as people call it; an expression stays as it is written. */
export function roleName(role: string): string {
  return isExpression(role) ? role : (USUAL[role] ?? inWords(role));
}

/** The role that is meant by a name: "Sales manager" is SALES_MANAGER, and "Parts desk" PARTS_DESK. */
export function roleOf(name: string): string {
  if (isExpression(name)) return name;
  const words = name.trim().toLowerCase();
  const usual = USUAL_ROLES.find((role) => roleName(role).toLowerCase() === words);
  return usual ?? words.toUpperCase().replace(/[\s-]+/g, '_');
}
