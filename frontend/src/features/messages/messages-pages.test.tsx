import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { Component as MessagePage } from '@/features/messages/message-page';
import { Component as MessagesPage } from '@/features/messages/messages-page';
import type { Message, MessageSummary } from '@/lib/api-types';
import { renderPage, signInAs } from '@/test/render-page';
import { problem, server } from '@/test/server';

const facts = {
  id: 'm1',
  executionId: 'e1',
  nodeId: 'reply',
  channel: 'EMAIL',
  purpose: 'TRANSACTIONAL',
  to: 'marie@example.test',
  subject: 'Your request',
  state: 'OUTBOX',
  reason: 'The person has not objected.',
  createdAt: '2026-05-01T14:00:00Z',
  sentAt: '2026-05-01T14:00:01Z',
} as const;

const summary: MessageSummary = { ...facts, preview: 'Hello Marie' };
const message: Message = {
  ...facts,
  text: 'Hello Marie\n\nyour car',
  html: '<p>Hello <b>Marie</b></p>',
  personId: 'p-77',
};

const LIST = { path: '/outbox', Component: MessagesPage };
const ONE = { path: '/outbox/:id', Component: MessagePage };

beforeEach(() => signInAs('VIEWER'));

it('the list shows what would be sent and keeps its filters in the address', async () => {
  const asked: string[] = [];
  server.use(
    http.get('/api/messages', ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json({ items: [summary] });
    }),
  );
  const router = renderPage(LIST, '/outbox');

  expect(await screen.findByRole('link', { name: 'Your request' })).toHaveAttribute('href', '/outbox/m1');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'Waiting');

  await waitFor(() => expect(asked.at(-1)).toContain('state=DEFERRED'));
  expect(router.state.location.search).toBe('?state=DEFERRED');
});

it('an empty outbox says what will be there', async () => {
  server.use(http.get('/api/messages', () => HttpResponse.json({ items: [] })));
  renderPage(LIST, '/outbox');

  expect(await screen.findByText('No messages yet')).toBeVisible();
});

it('a list that cannot be read says so', async () => {
  server.use(http.get('/api/messages', () => problem(503, 'gateway.service-unavailable', 'It is away.')));
  renderPage(LIST, '/outbox');

  expect(await screen.findByText('It is away.')).toBeVisible();
});

it('a message is shown as it looks, where nothing of it can run, with the way to its step', async () => {
  server.use(http.get('/api/messages/m1', () => HttpResponse.json(message)));
  renderPage(ONE, '/outbox/m1');

  const frame = await screen.findByTitle('The e-mail as it looks');
  expect(frame).toHaveAttribute('sandbox', '');
  expect(frame).toHaveAttribute('srcdoc', expect.stringContaining("default-src 'none'"));
  expect(screen.getByText(/The person has not objected/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Step “Reply”' })).toHaveAttribute(
    'href',
    '/executions/e1?step=reply',
  );
  expect(screen.getByRole('link', { name: 'Consents' })).toHaveAttribute(
    'href',
    '/outbox/consents?personId=p-77&address=marie%40example.test',
  );
});

it('a message that does not exist is said to be missing', async () => {
  server.use(
    http.get('/api/messages/m1', () => problem(404, 'message.not-found', 'There is no such message.')),
  );
  renderPage(ONE, '/outbox/m1');

  expect(await screen.findByText('There is no such message.')).toBeVisible();
});
