import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as WorkflowPage } from '@/features/workflows/workflow-page';
import { Component as WorkflowsPage } from '@/features/workflows/workflows-page';
import type { Workflow } from '@/lib/api-types';
import { renderPage, signInAs } from '@/test/render-page';
import { aWorkflow, definition } from '@/test/samples';
import { problem, server } from '@/test/server';

const LIST = { path: '/workflows', Component: WorkflowsPage };
const ONE = { path: '/workflows/:id', Component: WorkflowPage };

beforeEach(() => signInAs('ADMIN'));

describe('the list of workflows', () => {
  it('shows each with its status, trigger and problems', async () => {
    const draft = aWorkflow({
      id: 'w2',
      name: 'Draft one',
      status: 'DRAFT',
      publishedVersion: null,
      triggers: [],
      problemCount: 2,
    });
    server.use(http.get('/api/workflows', () => HttpResponse.json({ items: [aWorkflow(), draft] })));
    renderPage(LIST, '/workflows');

    const row = (await screen.findByRole('link', { name: 'Internet leads' })).closest('tr')!;
    expect(within(row).getByText('Published v3')).toBeVisible();
    expect(within(row).getByText('Lead received')).toBeInTheDocument();
    expect(screen.getByText('2 problems')).toBeVisible();
  });

  it('shows skeletons while it loads', () => {
    server.use(http.get('/api/workflows', () => new Promise<never>(() => undefined)));
    renderPage(LIST, '/workflows');

    expect(screen.getByRole('status', { name: 'Loading' })).toBeVisible();
  });

  it('says what to do when there are none', async () => {
    server.use(http.get('/api/workflows', () => HttpResponse.json({ items: [] })));
    renderPage(LIST, '/workflows');

    expect(await screen.findByRole('link', { name: 'Look at the templates' })).toHaveAttribute(
      'href',
      '/templates',
    );
  });

  it('says what failed, with an id to quote, and tries again', async () => {
    server.use(http.get('/api/workflows', () => problem(400, 'x', 'It broke.'), { once: true }));
    renderPage(LIST, '/workflows');
    expect(await screen.findByText('It broke.')).toBeVisible();
    expect(screen.getByText('c-42')).toBeVisible();

    server.use(http.get('/api/workflows', () => HttpResponse.json({ items: [aWorkflow()] })));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('link', { name: 'Internet leads' })).toBeVisible();
  });

  it('keeps search and status in the address', async () => {
    const asked: string[] = [];
    server.use(
      http.get('/api/workflows', ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json({ items: [] });
      }),
    );
    const router = renderPage(LIST, '/workflows?status=DRAFT');
    await screen.findByText('Nothing matches');

    await userEvent.type(screen.getByRole('searchbox', { name: 'Search workflows' }), 'lead');

    await waitFor(() => expect(router.state.location.search).toBe('?status=DRAFT&query=lead'));
    await waitFor(() => expect(asked.at(-1)).toContain('query=lead&status=DRAFT'));
  });
});

describe('one workflow', () => {
  const workflow: Workflow = { ...aWorkflow(), definition, problems: [] };

  function serve(change: Partial<Workflow> = {}) {
    server.use(
      http.get('/api/workflows/w1', () => HttpResponse.json({ ...workflow, ...change })),
      http.get('/api/workflows/w1/versions/3', () =>
        HttpResponse.json({ workflowId: 'w1', version: 3, name: 'x', definition }),
      ),
    );
  }

  async function openRun() {
    renderPage(ONE, '/workflows/w1');
    await userEvent.click(await screen.findByRole('button', { name: 'Run' }));
    return screen.findByRole('dialog');
  }

  it('is started with the form of its input and leads to the execution', async () => {
    serve();
    let sent: unknown = null;
    server.use(
      http.post('/api/workflows/w1/execute', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(
          { id: 'e9', status: 'PENDING', href: '/api/executions/e9' },
          { status: 202 },
        );
      }),
    );
    const dialog = await openRun();

    await userEvent.type(await within(dialog).findByLabelText('Message'), 'Still here?');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Run now' }));

    expect(await screen.findByText('elsewhere')).toBeVisible();
    expect(sent).toEqual({ input: { comments: 'Still here?' } });
  });

  it('shows at the field what is missing, and what the server refused', async () => {
    serve();
    const violation = { pointer: '/input/comments', code: 'x', message: 'Say more than that.' };
    server.use(
      http.post('/api/workflows/w1/execute', () => problem(400, 'input.invalid', 'No.', [violation])),
    );
    const dialog = await openRun();
    const message = await within(dialog).findByLabelText('Message');

    await userEvent.click(within(dialog).getByRole('button', { name: 'Run now' }));
    expect(message).toHaveAccessibleDescription('Message is needed.');

    await userEvent.type(message, 'Hi');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Run now' }));
    await waitFor(() => expect(message).toHaveAccessibleDescription('Say more than that.'));
  });

  it('says when its schedules start it next, on their own clock', async () => {
    serve({ triggers: [{ id: 'mornings', type: 'schedule' }] });
    const schedule = {
      workflowId: 'w1',
      workflowName: 'x',
      version: 3,
      triggerId: 'mornings',
      cron: '30 8 * * *',
      timeZone: 'America/New_York',
      catchUp: 'LATEST',
      businessDays: false,
      paused: false,
      next: ['2026-03-07T13:30:00Z', '2026-03-08T12:30:00Z'],
    };
    server.use(
      http.get('/api/schedules', ({ request }) =>
        HttpResponse.json({
          items: new URL(request.url).searchParams.get('workflowId') === 'w1' ? [schedule] : [],
        }),
      ),
    );
    renderPage(ONE, '/workflows/w1');

    const next = await screen.findByRole('list', { name: 'Next starts' });
    expect(next).toHaveTextContent(/At 8:30 AM, every day: next Mar 7, 8:30\sAM EST, Mar 8, 8:30\sAM EDT/);
  });

  const newest = (version: number) =>
    http.get('/api/templates/latest', ({ request }) =>
      HttpResponse.json({
        items:
          new URL(request.url).searchParams.get('slugs') === 'new-lead'
            ? [{ id: 't9', slug: 'new-lead', version, name: 'New lead' }]
            : [],
      }),
    );

  it('says that its template has a newer version, and leads there', async () => {
    serve({ template: { slug: 'new-lead', version: 1 } });
    server.use(newest(3));
    renderPage(ONE, '/workflows/w1');

    expect(await screen.findByText(/Made of version 1 of the template “New lead”/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'See version 3 and make a workflow of it' })).toHaveAttribute(
      'href',
      '/templates/new-lead',
    );
  });

  it('says nothing of its template while that is the newest version', async () => {
    serve({ template: { slug: 'new-lead', version: 3 } });
    server.use(
      newest(3),
      http.get('/api/workflows/w2', () =>
        HttpResponse.json({ ...workflow, id: 'w2', template: { slug: 'new-lead', version: 2 } }),
      ),
    );
    const router = renderPage(ONE, '/workflows/w2');
    expect(await screen.findByText(/Made of version 2/)).toBeVisible();

    await router.navigate('/workflows/w1');

    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'Executions' })).toHaveAttribute(
        'href',
        '/executions?workflowId=w1',
      ),
    );
    expect(screen.queryByText(/Made of version/)).not.toBeInTheDocument();
  });

  it('cannot be published before its problems are mended', async () => {
    serve({
      status: 'DRAFT',
      publishedVersion: null,
      problems: [{ severity: 'ERROR', code: 'x', nodeId: 'call', message: 'This step lacks a value.' }],
    });
    renderPage(ONE, '/workflows/w1');

    await userEvent.click(await screen.findByRole('button', { name: 'Publish' }));
    const dialog = await screen.findByRole('dialog');

    expect(within(dialog).getByText('This step lacks a value.')).toBeVisible();
    expect(within(dialog).getByText('At “Call”')).toBeVisible();
    expect(within(dialog).queryByRole('button', { name: /Publish version/ })).not.toBeInTheDocument();
  });

  it('cannot be published before it has a name', async () => {
    serve({ status: 'DRAFT', publishedVersion: null, name: 'New workflow' });
    renderPage(ONE, '/workflows/w1');

    await userEvent.click(await screen.findByRole('button', { name: 'Publish' }));
    const dialog = await screen.findByRole('dialog');

    expect(within(dialog).getByText(/Name it first/)).toBeVisible();
    expect(within(dialog).queryByRole('button', { name: /Publish version/ })).not.toBeInTheDocument();
  });

  it('shows a hint without calling it a problem', async () => {
    serve({ problems: [{ severity: 'HINT', code: 'x', nodeId: 'call', message: 'Nobody reads this.' }] });
    renderPage(ONE, '/workflows/w1');

    await userEvent.click(await screen.findByRole('tab', { name: 'No problems, 1 hint' }));

    expect(screen.getByText('Nobody reads this.')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Hint' })).toBeVisible();
  });

  it('is published with a note', async () => {
    serve({ status: 'DRAFT', publishedVersion: null });
    let sent: unknown = null;
    server.use(
      http.post('/api/workflows/w1/publish', async ({ request }) => {
        sent = await request.json();
        serve();
        return HttpResponse.json(
          { workflowId: 'w1', version: 1, publishedAt: '2026-05-01T14:00:00Z' },
          { status: 201 },
        );
      }),
    );
    renderPage(ONE, '/workflows/w1');

    await userEvent.click(await screen.findByRole('button', { name: 'Publish' }));
    await userEvent.type(screen.getByLabelText(/What is new/), 'First one');
    await userEvent.click(screen.getByRole('button', { name: 'Publish version 1' }));

    expect(await screen.findByRole('button', { name: 'Run' })).toBeVisible();
    expect(sent).toEqual({ note: 'First one' });
  });

  it('offers nothing that the role does not allow', async () => {
    signInAs('VIEWER');
    serve();
    renderPage(ONE, '/workflows/w1');

    expect(await screen.findByRole('heading', { name: 'Internet leads' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Run' })).not.toBeInTheDocument();
  });

  it('that is not there says so', async () => {
    server.use(
      http.get('/api/workflows/gone', () => problem(404, 'workflow.not-found', 'There is no such workflow.')),
    );
    renderPage(ONE, '/workflows/gone');

    expect(await screen.findByText('There is no such workflow.')).toBeVisible();
  });
});
