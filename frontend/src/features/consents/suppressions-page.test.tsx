import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { Component as SuppressionsPage } from '@/features/consents/suppressions-page';
import type { Suppression } from '@/lib/api/suppressions';
import { renderPage, signInAs } from '@/test/render-page';
import { problem, server } from '@/test/server';

const PAGE = { path: '/outbox/suppressions', Component: SuppressionsPage };
const ALLOW = 'Allow marie@example.test again';

const bounced: Suppression = {
  channel: 'EMAIL',
  address: 'marie@example.test',
  reason: 'Expected the e-mail to arrive, but a mail server says that it did not (5.1.1).',
  createdAt: '2026-05-01T14:00:00Z',
};

let blocked: Suppression[] = [];

beforeEach(() => {
  blocked = [bounced];
  signInAs('ADMIN');
  server.use(http.get('/api/messages/suppressions', () => HttpResponse.json({ items: blocked })));
});

it('an administrator sees why and since when, and allows an address again after being asked', async () => {
  let asked = '';
  server.use(
    http.delete('/api/messages/suppressions', ({ request }) => {
      asked = new URL(request.url).search;
      blocked = [];
      return new HttpResponse(null, { status: 204 });
    }),
  );
  renderPage(PAGE, '/outbox/suppressions');
  expect(await screen.findByRole('link', { name: 'marie@example.test' })).toHaveAttribute(
    'href',
    '/outbox/consents?address=marie%40example.test',
  );
  expect(screen.getByRole('cell', { name: bounced.reason })).toBeVisible();
  expect(screen.getByRole('cell', { name: 'May 1, 2026' })).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: ALLOW }));
  expect(asked).toBe('');
  await userEvent.click(screen.getByRole('button', { name: 'Allow again' }));

  expect(await screen.findByText('No address is blocked')).toBeVisible();
  expect(asked).toBe('?channel=EMAIL&address=marie%40example.test');
});

it('what is refused is said where it was asked', async () => {
  server.use(
    http.delete('/api/messages/suppressions', () =>
      problem(404, 'message.not-suppressed', 'It is not on the list.'),
    ),
  );
  renderPage(PAGE, '/outbox/suppressions');
  await userEvent.click(await screen.findByRole('button', { name: ALLOW }));
  await userEvent.click(screen.getByRole('button', { name: 'Allow again' }));

  expect(await screen.findByText('It is not on the list.')).toBeVisible();
});

it('others see the list and are told who can change it', async () => {
  signInAs('OPERATOR');
  renderPage(PAGE, '/outbox/suppressions');

  expect(await screen.findByRole('link', { name: 'marie@example.test' })).toBeVisible();
  expect(screen.getByText(/An administrator can allow one again/)).toBeVisible();
  expect(screen.queryByRole('button', { name: ALLOW })).toBeNull();
});

it('a list that cannot be read says so', async () => {
  server.use(http.get('/api/messages/suppressions', () => problem(503, 'x', 'It is away.')));
  renderPage(PAGE, '/outbox/suppressions');

  await waitFor(() => expect(screen.getByText('It is away.')).toBeVisible());
});

it('an address is found by a part of it', async () => {
  server.use(
    http.get('/api/messages/suppressions', ({ request }) => {
      const part = new URL(request.url).searchParams.get('address') ?? '';
      return HttpResponse.json({ items: blocked.filter(({ address }) => address.includes(part)) });
    }),
  );
  renderPage(PAGE, '/outbox/suppressions');
  const search = await screen.findByRole('searchbox', { name: 'Find an address or number' });

  await userEvent.type(search, 'nobody');
  expect(await screen.findByText('No blocked address has “nobody” in it')).toBeVisible();
  await userEvent.clear(search);
  await userEvent.type(search, 'marie@');
  expect(await screen.findByRole('link', { name: 'marie@example.test' })).toBeVisible();
});
