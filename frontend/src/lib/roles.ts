import type { Role, User } from '@/lib/api-types';

const ABLE: Record<'build' | 'operate', Role[]> = {
  build: ['ADMIN', 'BUILDER'],
  operate: ['ADMIN', 'BUILDER', 'OPERATOR'],
};

/** What the UI offers; every service checks again. */
export function may(user: User | null, action: 'build' | 'operate'): boolean {
  return user !== null && user.roles.some((role) => ABLE[action].includes(role));
}
