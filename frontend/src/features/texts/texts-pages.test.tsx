import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { Component as TextPage } from '@/features/texts/text-page';
import { Component as TextsPage } from '@/features/texts/texts-page';
import type { StoredText } from '@/lib/api/texts';
import { renderPage, signInAs } from '@/test/render-page';
import { problem, server } from '@/test/server';

const ready: StoredText = {
  name: 'car-is-ready',
  subject: 'Your {{ model }} is ready',
  text: 'Hi {{ firstName }}, come by until six.',
  html: null,
  version: 3,
  changedAt: '2026-05-01T14:00:00Z',
  variables: ['firstName', 'model'],
};

const LIST = { path: '/outbox/texts', Component: TextsPage };
const ONE = { path: '/outbox/texts/:name', Component: TextPage };

beforeEach(() => signInAs('BUILDER'));

it('the list shows each text with the values that it wants', async () => {
  server.use(http.get('/api/message-templates', () => HttpResponse.json({ items: [ready] })));
  renderPage(LIST, '/outbox/texts');

  expect(await screen.findByRole('link', { name: 'car-is-ready' })).toHaveAttribute(
    'href',
    '/outbox/texts/car-is-ready',
  );
  expect(screen.getByText('firstName')).toBeVisible();
});

it('a viewer reads and changes nothing', async () => {
  signInAs('VIEWER');
  server.use(
    http.get('/api/message-templates', () => HttpResponse.json({ items: [] })),
    http.get('/api/message-templates/car-is-ready', () => HttpResponse.json(ready)),
  );
  renderPage(LIST, '/outbox/texts');
  expect(await screen.findByText('No stored texts yet')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'New text' })).toBeNull();

  renderPage(ONE, '/outbox/texts/car-is-ready');
  expect(await screen.findByRole('textbox', { name: 'Subject' })).toHaveAttribute('readonly');
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
});

it('a list that cannot be read says so', async () => {
  server.use(
    http.get('/api/message-templates', () => problem(503, 'gateway.service-unavailable', 'It is away.')),
  );
  renderPage(LIST, '/outbox/texts');

  expect(await screen.findByText('It is away.')).toBeVisible();
});

it('values to try stand in the preview, and a change is saved on top of its version', async () => {
  let sent: unknown = null;
  server.use(
    http.get('/api/message-templates/car-is-ready', () => HttpResponse.json(ready)),
    http.put('/api/message-templates/car-is-ready', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ ...ready, subject: 'It is ready', version: 4 });
    }),
  );
  renderPage(ONE, '/outbox/texts/car-is-ready');

  await userEvent.type(await screen.findByRole('textbox', { name: 'firstName' }), 'Ada');
  expect(screen.getByText('Hi Ada, come by until six.')).toBeVisible();
  const subject = screen.getByRole('textbox', { name: 'Subject' });
  await userEvent.clear(subject);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Enter a subject; text messages leave it out.')).toBeVisible();
  await userEvent.type(subject, 'It is ready');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  expect(await screen.findByText('Version 4')).toBeVisible();
  expect(sent).toEqual({ version: 3, subject: 'It is ready', text: ready.text, html: null });
});

it('a name that is taken is told at the field, and the new text is opened', async () => {
  let attempts = 0;
  server.use(
    http.post('/api/message-templates', () => {
      attempts += 1;
      return attempts === 1
        ? problem(409, 'message.template-exists', 'There is a text of that name.')
        : HttpResponse.json(ready, { status: 201 });
    }),
  );
  const router = renderPage(ONE, '/outbox/texts/new');

  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'car-is-ready');
  await userEvent.type(screen.getByRole('textbox', { name: 'Subject' }), 'Ready');
  await userEvent.type(screen.getByRole('textbox', { name: 'Text' }), 'Come by.');
  await userEvent.click(screen.getByRole('button', { name: 'Store the text' }));
  expect(await screen.findByText('There is a text of that name.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Store the text' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/outbox/texts/car-is-ready'));
});

it('deleting asks first', async () => {
  let deleted = false;
  server.use(
    http.get('/api/message-templates/car-is-ready', () => HttpResponse.json(ready)),
    http.delete('/api/message-templates/car-is-ready', () => {
      deleted = true;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const router = renderPage(ONE, '/outbox/texts/car-is-ready');

  await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  expect(deleted).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: 'Delete the text' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/outbox/texts'));
  expect(deleted).toBe(true);
});
