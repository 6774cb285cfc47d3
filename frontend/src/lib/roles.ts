import type { Role, User } from '@/lib/api-types';

type Action = 'administer' | 'build' | 'operate';

const ABLE: Record<Action, Role[]> = {
  administer: ['ADMIN'],
  build: ['ADMIN', 'BUILDER'],
  operate: ['ADMIN', 'BUILDER', 'OPERATOR'],
};

/** What the UI offers; every service checks again. */
export function may(user: User | null, action: Action): boolean {
  return user !== null && user.roles.some((role) => ABLE[action].includes(role));
}
