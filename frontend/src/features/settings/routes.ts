import type { RouteObject } from 'react-router';

/** The pages below /settings. */
export const settingsRoutes: RouteObject[] = [
  { index: true, lazy: () => import('@/features/settings/first-page') },
  { path: 'dealership', lazy: () => import('@/features/settings/dealership-page') },
  { path: 'holidays', lazy: () => import('@/features/settings/holidays-page') },
  { path: 'users', lazy: () => import('@/features/settings/users-page') },
  { path: 'service-accounts', lazy: () => import('@/features/settings/service-accounts-page') },
  { path: 'credentials', lazy: () => import('@/features/settings/credentials-page') },
  { path: 'allowed-hosts', lazy: () => import('@/features/settings/allowed-hosts-page') },
  { path: 'step-types', lazy: () => import('@/features/settings/step-types-page') },
  { path: 'retention', lazy: () => import('@/features/settings/retention-page') },
  { path: 'audit-log', lazy: () => import('@/features/settings/audit-page') },
];
