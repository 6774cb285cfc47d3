import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { CrashPage, NotFoundPage } from '@/app/error-pages';
import { Layout } from '@/app/layout';
import { RequireSession } from '@/app/require-session';
import { ShellSkeleton } from '@/app/shell-skeleton';
import { eventRoutes } from '@/features/events/routes';
import { settingsRoutes } from '@/features/settings/routes';

export const routes: RouteObject[] = [
  {
    HydrateFallback: ShellSkeleton,
    ErrorBoundary: CrashPage,
    children: [
      { path: '/sign-in', lazy: () => import('@/features/auth/sign-in-page') },
      {
        Component: RequireSession,
        children: [
          { path: '/change-password', lazy: () => import('@/features/auth/change-password-page') },
          {
            Component: Layout,
            children: [
              {
                ErrorBoundary: CrashPage,
                children: [
                  { index: true, lazy: () => import('@/features/home/home-page') },
                  { path: '/dashboard', lazy: () => import('@/features/dashboard/dashboard-page') },
                  { path: '/inbox', lazy: () => import('@/features/inbox/inbox-page') },
                  { path: '/inbox/:id', lazy: () => import('@/features/inbox/task-page') },
                  { path: '/workflows', lazy: () => import('@/features/workflows/workflows-page') },
                  { path: '/workflows/:id/edit', lazy: () => import('@/features/editor/editor-page') },
                  { path: '/workflows/:id', lazy: () => import('@/features/workflows/workflow-page') },
                  { path: '/templates', lazy: () => import('@/features/templates/templates-page') },
                  { path: '/templates/:id', lazy: () => import('@/features/templates/template-page') },
                  { path: '/schedules', lazy: () => import('@/features/schedules/schedules-page') },
                  { path: '/event-types', lazy: () => import('@/features/events/event-types-page') },
                  ...eventRoutes,
                  { path: '/event-types/:type', lazy: () => import('@/features/events/event-type-page') },
                  { path: '/executions', lazy: () => import('@/features/executions/executions-page') },
                  { path: '/journeys', lazy: () => import('@/features/executions/journey-page') },
                  { path: '/executions/:id', lazy: () => import('@/features/executions/execution-page') },
                  { path: '/outbox', lazy: () => import('@/features/messages/messages-page') },
                  { path: '/outbox/texts', lazy: () => import('@/features/texts/texts-page') },
                  { path: '/outbox/texts/:name', lazy: () => import('@/features/texts/text-page') },
                  { path: '/outbox/consents', lazy: () => import('@/features/consents/consents-page') },
                  {
                    path: '/outbox/suppressions',
                    lazy: () => import('@/features/consents/suppressions-page'),
                  },
                  { path: '/outbox/:id', lazy: () => import('@/features/messages/message-page') },
                  { path: '/leads', lazy: () => import('@/features/leads/leads-page') },
                  { path: '/leads/:id', lazy: () => import('@/features/leads/lead-page') },
                  {
                    path: '/settings',
                    lazy: () => import('@/features/settings/settings-layout'),
                    children: settingsRoutes,
                  },
                  { path: '/ai', element: <Navigate to="/ai/prompts" replace /> },
                  { path: '/ai/prompts', lazy: () => import('@/features/ai/prompts-page') },
                  { path: '/ai/prompts/:id', lazy: () => import('@/features/ai/prompt-page') },
                  { path: '/ai/usage', lazy: () => import('@/features/ai/usage-page') },
                  { path: '/ai/calls', lazy: () => import('@/features/ai/calls-page') },
                  { path: '/ai/calls/:id', lazy: () => import('@/features/ai/call-page') },
                  { path: '/ai/models', lazy: () => import('@/features/ai/models-page') },
                  { path: '*', Component: NotFoundPage },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
];

export const createRouter = () => createBrowserRouter(routes);
