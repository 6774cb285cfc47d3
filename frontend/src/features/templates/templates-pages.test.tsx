import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { Component as TemplatePage } from '@/features/templates/template-page';
import { Component as TemplatesPage } from '@/features/templates/templates-page';
import { renderPage, signInAs } from '@/test/render-page';
import { template } from '@/test/template-sample';
import { problem, server } from '@/test/server';

const aVersion = (version: number) => ({
  id: `t${version}`,
  slug: 'new-lead',
  version,
  name: 'New lead',
  createdAt: `2026-05-0${version}T14:00:00Z`,
  createdBy: 'Ana Ruiz',
});

const LIST = { path: '/templates', Component: TemplatesPage };
const ONE = { path: '/templates/:id', Component: TemplatePage };

beforeEach(() => {
  signInAs('BUILDER');
  server.use(
    http.get('/api/templates', () =>
      HttpResponse.json({
        items: [template, { ...template, id: 't2', slug: 'parts', name: 'Low stock', category: 'PARTS' }],
      }),
    ),
    http.get('/api/templates/new-lead', () => HttpResponse.json(template)),
    http.get('/api/templates/new-lead/versions', () => HttpResponse.json({ items: [aVersion(1)] })),
  );
});

it('the gallery narrows to a category and keeps it in the address', async () => {
  const router = renderPage(LIST, '/templates');
  expect(await screen.findByRole('link', { name: 'New lead' })).toBeVisible();

  await userEvent.click(screen.getByRole('radio', { name: 'Parts' }));

  expect(screen.queryByRole('link', { name: 'New lead' })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Low stock' })).toBeVisible();
  expect(router.state.location.search).toBe('?category=PARTS');
});

it('the gallery says when there is nothing, and when it failed', async () => {
  server.use(http.get('/api/templates', () => HttpResponse.json({ items: [] })));
  renderPage(LIST, '/templates');
  expect(await screen.findByText('No templates here yet')).toBeVisible();

  server.use(http.get('/api/templates', () => problem(400, 'x', 'It broke.')));
  renderPage(LIST, '/templates');
  expect(await screen.findByText('It broke.')).toBeVisible();
});

it('a filled form becomes a workflow and leads to it', async () => {
  let sent: unknown = null;
  server.use(
    http.post('/api/templates/t1/instantiate', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(
        { workflowId: 'w7', name: 'New lead', href: '/api/workflows/w7' },
        { status: 201 },
      );
    }),
  );
  const router = renderPage(ONE, '/templates/new-lead');
  const user = userEvent.setup();

  await user.click(await screen.findByRole('button', { name: 'Create workflow' }));
  expect(screen.getByLabelText('Store name')).toHaveAccessibleDescription('Store name is needed.');
  await user.type(screen.getByLabelText('Store name'), 'Lakeside');
  await user.clear(screen.getByLabelText('Answer within'));
  await user.type(screen.getByLabelText('Answer within'), '2');
  await user.selectOptions(screen.getAllByLabelText('Unit')[0]!, 'hours');
  await user.selectOptions(screen.getByLabelText('Prices'), 'The listed price');
  await user.click(screen.getByRole('button', { name: 'Remove Open days 1' }));
  await user.click(screen.getByRole('button', { name: 'Add to Open days' }));
  await user.type(screen.getByLabelText('Open days 2'), '6');
  await user.click(screen.getByRole('button', { name: 'Create workflow' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/workflows/w7'));
  expect(sent).toEqual({
    parameters: { storeName: 'Lakeside', within: 'PT2H', policy: 'LISTED', days: [2, 6] },
  });
});

it('a request that is sent again makes no second workflow', async () => {
  const keys: (string | null)[] = [];
  server.use(
    http.post('/api/templates/t1/instantiate', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return problem(503, 'x', 'Try again.');
    }),
  );
  renderPage(ONE, '/templates/new-lead');
  const user = userEvent.setup();

  await user.type(await screen.findByLabelText('Store name'), 'Lakeside');
  await user.click(screen.getByRole('button', { name: 'Create workflow' }));
  await screen.findByText('Try again.');
  await user.click(screen.getByRole('button', { name: 'Create workflow' }));
  await waitFor(() => expect(keys).toHaveLength(2));
  await user.type(screen.getByLabelText('Store name'), ' Motors');
  await user.click(screen.getByRole('button', { name: 'Create workflow' }));
  await waitFor(() => expect(keys).toHaveLength(3));

  expect(keys[0]).toBeTruthy();
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

it('a template says what it is measured by and what is missing', async () => {
  renderPage(ONE, '/templates/new-lead');

  expect(await screen.findByText('Measured by: Minutes to the first answer.')).toBeVisible();
  expect(screen.getByText(/these steps cannot be executed yet: sms\.send/)).toBeVisible();
  expect(screen.getByText('crm')).toBeVisible();
});

it('a text of several lines is answered in several lines', async () => {
  const text = { name: 'text', title: 'Text', type: 'string', required: true, default: 'Hello,\n\nthanks.' };
  server.use(
    http.get('/api/templates/new-lead', () => HttpResponse.json({ ...template, parameters: [text] })),
  );
  renderPage(ONE, '/templates/new-lead');

  expect(await screen.findByLabelText('Text')).toHaveValue('Hello,\n\nthanks.');
});

it('a role is asked for by its name', async () => {
  let sent: unknown = null;
  const role = {
    name: 'managerRole',
    title: 'Escalation goes to',
    type: 'string',
    required: true,
    default: 'SALES_MANAGER',
  };
  server.use(
    http.get('/api/templates/new-lead', () => HttpResponse.json({ ...template, parameters: [role] })),
    http.post('/api/templates/t1/instantiate', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ workflowId: 'w7', name: 'New lead', href: '' }, { status: 201 });
    }),
  );
  renderPage(ONE, '/templates/new-lead');
  const user = userEvent.setup();

  const field = await screen.findByLabelText('Escalation goes to');
  expect(field).toHaveValue('Sales manager');
  await user.clear(field);
  await user.type(field, 'Parts desk');
  await user.click(screen.getByRole('button', { name: 'Create workflow' }));

  await waitFor(() => expect(sent).toEqual({ parameters: { managerRole: 'PARTS_DESK' } }));
});

it('the preview shows steps with the defaults, and no placeholders', async () => {
  const waiting = (duration: string) => ({
    specVersion: '1',
    nodes: [{ id: 'wait', type: 'flow.wait', name: 'Give them time', config: { duration } }],
    edges: [],
  });
  server.use(
    http.get('/api/templates/new-lead', () =>
      HttpResponse.json({ ...template, definition: waiting('[[pause]]'), preview: waiting('PT2H') }),
    ),
  );
  renderPage(ONE, '/templates/new-lead');

  expect(await screen.findByText('Waits 2 hours')).toBeInTheDocument();
});

it('a violation of the server stands at its parameter', async () => {
  const violation = { pointer: '/parameters/storeName', code: 'x', message: 'That store is not yours.' };
  server.use(http.post('/api/templates/t1/instantiate', () => problem(400, 'x', 'No.', [violation])));
  renderPage(ONE, '/templates/new-lead');

  await userEvent.type(await screen.findByLabelText('Store name'), 'Other');
  await userEvent.click(screen.getByRole('button', { name: 'Create workflow' }));

  await waitFor(() =>
    expect(screen.getByLabelText('Store name')).toHaveAccessibleDescription('That store is not yours.'),
  );
});

it('an earlier version says so, and leads to the newest and to the others', async () => {
  server.use(
    http.get('/api/templates/t1', () => HttpResponse.json({ ...template, latestVersion: 3 })),
    http.get('/api/templates/t2', () => HttpResponse.json({ ...template, version: 2, latestVersion: 3 })),
    http.get('/api/templates/new-lead/versions', () =>
      HttpResponse.json({ items: [aVersion(3), aVersion(2), aVersion(1)] }),
    ),
  );
  const router = renderPage(ONE, '/templates/t1');

  expect(await screen.findByText(/This is version 1\./)).toBeVisible();
  expect(screen.getByRole('link', { name: 'See version 3' })).toHaveAttribute('href', '/templates/new-lead');
  await userEvent.click(await screen.findByRole('button', { name: 'Version 1 of 3' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Version 2.*Ana Ruiz/ }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/templates/t2'));
});

it('the newest version of several says nothing of the others but their count', async () => {
  server.use(
    http.get('/api/templates/new-lead', () =>
      HttpResponse.json({ ...template, version: 2, latestVersion: 2 }),
    ),
    http.get('/api/templates/new-lead/versions', () =>
      HttpResponse.json({ items: [aVersion(2), aVersion(1)] }),
    ),
  );
  renderPage(ONE, '/templates/new-lead');

  expect(await screen.findByRole('button', { name: 'Version 2 of 2' })).toBeVisible();
  expect(screen.queryByText(/This is version/)).not.toBeInTheDocument();
});
