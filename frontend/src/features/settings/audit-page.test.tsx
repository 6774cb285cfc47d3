import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { settingsRoutes } from '@/features/settings/routes';
import { Component as Layout } from '@/features/settings/settings-layout';
import { renderPage, signInAs } from '@/test/render-page';
import { aWorkflow } from '@/test/samples';
import { problem, server } from '@/test/server';

const PAGES = { path: '/settings', Component: Layout, children: settingsRoutes };

beforeEach(() => signInAs('ADMIN'));

describe('the audit log', () => {
  const entry = {
    id: 'a1',
    at: '2026-05-01T14:00:00Z',
    actor: { id: 'u1', name: 'Ana Ruiz' },
    action: 'user.invited',
    subject: { type: 'user', id: 'u3', name: 'Cy Day' },
    service: 'auth-service',
    detail: { after: { name: 'Cy Day' } },
    correlationId: 'c-7',
  };

  it('says which workflow was changed by its name, and leads to it', async () => {
    const publication = {
      ...entry,
      action: 'workflow.published',
      subject: { type: 'workflow', id: 'w1' },
      detail: null,
    };
    const deletion = {
      ...publication,
      id: 'a2',
      action: 'workflow.deleted',
      subject: { type: 'workflow', id: 'w9' },
      detail: { before: { name: 'Old leads' } },
    };
    server.use(
      http.get('/api/audit', () => HttpResponse.json({ items: [publication, deletion] })),
      http.get('/api/workflows', () => HttpResponse.json({ items: [aWorkflow()] })),
    );
    renderPage(PAGES, '/settings/audit-log');

    const published = await screen.findByRole('button', { name: /Workflow published/ });
    await waitFor(() => expect(published).toHaveTextContent('Workflow Internet leads'));
    expect(screen.getByRole('button', { name: /Workflow deleted/ })).toHaveTextContent('Workflow Old leads');
    await userEvent.click(published);
    expect(screen.getByRole('link', { name: 'Open' })).toHaveAttribute('href', '/workflows/w1');
  });

  it('is narrowed, opened and goes on to the next page', async () => {
    const asked: string[] = [];
    server.use(
      http.get('/api/workflows', () => HttpResponse.json({ items: [] })),
      http.get('/api/audit', ({ request }) => {
        const query = new URL(request.url).searchParams;
        asked.push(query.toString());
        return query.has('cursor')
          ? HttpResponse.json({ items: [{ ...entry, id: 'a2', action: 'settings.changed' }] })
          : HttpResponse.json({ items: [entry], next: 'c2' });
      }),
    );
    renderPage(PAGES, '/settings/audit-log?actor=Ana&from=2026-05-01');
    await userEvent.click(await screen.findByRole('button', { name: /User invited/ }));
    expect(screen.getByText('auth-service')).toBeVisible();
    expect(screen.getByRole('group', { name: 'What changed' })).toHaveTextContent('Cy Day');

    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(await screen.findByText('Settings changed')).toBeVisible();
    expect(asked[0]).toMatch(
      /^actor=Ana&from=2026-05-01T|^actor=Ana&from=2026-04-30T|^actor=Ana&from=2026-05-01/,
    );
  });

  it('says when it cannot be read, and when nothing fits', async () => {
    server.use(http.get('/api/audit', () => problem(503, 'service.away', 'The log is away.')));
    renderPage(PAGES, '/settings/audit-log');
    expect(await screen.findByText('The log is away.')).toBeVisible();

    server.use(http.get('/api/audit', () => HttpResponse.json({ items: [] })));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing has been changed yet')).toBeVisible();
  });
});
