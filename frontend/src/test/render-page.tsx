import { render } from '@testing-library/react';
import { QueryClient } from '@tanstack/react-query';
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router';
import { Providers } from '@/app/providers';
import type { Role } from '@/lib/api-types';
import { session } from '@/lib/http/session';

export function signInAs(...roles: Role[]) {
  session.signIn({
    accessToken: 'token-1',
    expiresIn: 600,
    user: {
      id: 'u1',
      email: 'ana@example.test',
      name: 'Ana Ruiz',
      roles,
      isActive: true,
      mustChangePassword: false,
    },
  });
}

/** Renders one page of the application at an address; other addresses show where one has come to. */
export function renderPage(page: RouteObject, at: string) {
  const pages = [page, { path: '*', element: <p>elsewhere</p> }];
  const router = createMemoryRouter([{ HydrateFallback: () => null, children: pages }], {
    initialEntries: [at],
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <Providers queryClient={queryClient}>
      <RouterProvider router={router} />
    </Providers>,
  );
  return router;
}
