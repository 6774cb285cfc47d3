import type { RouteObject } from 'react-router';

/** The pages about events besides the catalogue. */
export const eventRoutes: RouteObject[] = [
  { path: '/event-types/new', lazy: () => import('@/features/events/own-event-type-page') },
  { path: '/event-types/:type/edit', lazy: () => import('@/features/events/own-event-type-page') },
  { path: '/live-events', lazy: () => import('@/features/events/live-events-page') },
  { path: '/dead-letters', lazy: () => import('@/features/events/dead-letters-page') },
  { path: '/dead-letters/:id', lazy: () => import('@/features/events/dead-letter-page') },
  { path: '/webhooks', lazy: () => import('@/features/events/webhooks-page') },
];
