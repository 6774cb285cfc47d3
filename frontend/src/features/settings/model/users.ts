import type { Role } from '@/lib/api-types';
import type { ManagedUser, NewUser } from '@/lib/settings-types';

export const ROLES: { role: Role; about: string }[] = [
  { role: 'ADMIN', about: 'May do everything, also change these settings.' },
  { role: 'BUILDER', about: 'Makes and publishes workflows.' },
  { role: 'OPERATOR', about: 'Starts, cancels and re-runs executions.' },
  { role: 'APPROVER', about: 'Decides what is asked in the inbox.' },
  { role: 'VIEWER', about: 'Looks, and changes nothing.' },
];

/** "SALES_MANAGER, BDC" as its groups. */
export function groupsOf(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((group) => group !== ''))];
}

export function mistakesInUser(user: NewUser): Record<string, string> {
  const found: Record<string, string> = {};
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(user.email)) found['/email'] = 'Enter an e-mail address.';
  if (user.name.trim() === '') found['/name'] = 'Enter the name.';
  if (user.roles.length === 0) found['/roles'] = 'Choose at least one role.';
  const wrong = user.groups.find((group) => !/^[A-Z][A-Z0-9_]{0,63}$/.test(group));
  if (wrong) found['/groups'] = `Write groups in capitals, such as SALES_MANAGER, but one is “${wrong}”.`;
  return found;
}

/** Whether nobody could administrate without this user; the account of the command line does not count. */
export function isLastAdministrator(user: ManagedUser, all: ManagedUser[]): boolean {
  const rules = (one: ManagedUser) =>
    one.isActive && one.roles.includes('ADMIN') && one.email !== 'script@automatrix.local';
  return rules(user) && all.filter(rules).length === 1;
}
