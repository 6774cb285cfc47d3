import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as ExecutionPage } from '@/features/executions/execution-page';
import { Component as ExecutionsPage } from '@/features/executions/executions-page';
import { renderPage, signInAs } from '@/test/render-page';
import { aLog, anExecution, definition } from '@/test/samples';
import { problem, server } from '@/test/server';

const LIST = { path: '/executions', Component: ExecutionsPage };
const ONE = { path: '/executions/:id', Component: ExecutionPage };

beforeEach(() => {
  signInAs('OPERATOR');
  server.use(http.get('/api/workflows', () => HttpResponse.json({ items: [] })));
});

describe('the list of executions', () => {
  it('loads more by its cursor', async () => {
    server.use(
      http.get('/api/executions', ({ request }) =>
        new URL(request.url).searchParams.get('cursor') === 'c2'
          ? HttpResponse.json({ items: [anExecution({ id: 'e2', workflowName: 'Second' })] })
          : HttpResponse.json({ items: [anExecution()], nextCursor: 'c2' }),
      ),
    );
    renderPage(LIST, '/executions');

    await userEvent.click(await screen.findByRole('button', { name: 'Load more' }));

    expect(await screen.findByRole('link', { name: 'Second' })).toHaveAttribute('href', '/executions/e2');
    expect(screen.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
  });

  it('asks for the filters in its address', async () => {
    let asked = '';
    server.use(
      http.get('/api/executions', ({ request }) => {
        asked = new URL(request.url).search;
        return HttpResponse.json({ items: [] });
      }),
    );
    renderPage(LIST, '/executions?status=FAILED&workflowId=w1');

    expect(await screen.findByText('No execution fits these filters.')).toBeVisible();
    expect(asked).toContain('status=FAILED&workflowId=w1');
  });

  it('says what to expect when nothing has run', async () => {
    server.use(http.get('/api/executions', () => HttpResponse.json({ items: [] })));
    renderPage(LIST, '/executions');

    expect(await screen.findByText('Nothing has run yet')).toBeVisible();
  });

  it('says what failed', async () => {
    server.use(http.get('/api/executions', () => problem(403, 'auth.forbidden', 'Not for your role.')));
    renderPage(LIST, '/executions');

    expect(await screen.findByText('Not for your role.')).toBeVisible();
  });
});

describe('one execution', () => {
  function serve(change: Parameters<typeof anExecution>[0], logs: object[]) {
    server.use(
      http.get('/api/executions/e1', () => HttpResponse.json(anExecution(change))),
      http.get('/api/executions/e1/logs', () => HttpResponse.json({ items: logs })),
      http.get('/api/executions/e1/definition', () =>
        HttpResponse.json({ workflowId: 'w1', version: 3, name: 'x', definition }),
      ),
    );
  }

  it('shows each step with its input, output and error', async () => {
    const error = {
      code: 'ai.not-configured',
      message: 'Expected a key, but there is none.',
      retryable: false,
    };
    serve({ status: 'FAILED', error }, [
      aLog({ input: { text: 'Is it still here?' }, output: { label: 'hot' } }),
      aLog({ id: '2', stepRunId: 'call', nodeId: 'call', nodeName: 'Call', status: 'FAILED', error }),
    ]);
    renderPage(ONE, '/executions/e1');

    const log = await screen.findByRole('region', { name: 'Step log' });
    await userEvent.click(await within(log).findByRole('button', { name: /Classify/ }));

    expect(within(log).getByText('"Is it still here?"')).toBeVisible();
    expect(within(log).getByText('"hot"')).toBeVisible();
    expect(within(log).getAllByText('Expected a key, but there is none.')[0]).toBeVisible();
    expect(screen.getByText('Why it failed')).toBeVisible();
  });

  it('follows its stream until it is completed, then reads what was stored', async () => {
    let ended = false;
    serve({ status: 'RUNNING', finishedAt: null, durationMs: null }, []);
    server.use(
      http.get('/api/executions/e1', () =>
        HttpResponse.json(
          ended ? anExecution() : anExecution({ status: 'RUNNING', finishedAt: null, durationMs: null }),
        ),
      ),
      http.get('/api/executions/e1/events', () => {
        ended = true;
        const event = (id: number, type: string, data: object) =>
          `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
        const step = {
          stepRunId: 'classify',
          nodeId: 'classify',
          stepType: 'ai.classify',
          attempt: 1,
          at: '2026-05-01T14:00:00Z',
        };
        return new HttpResponse(
          event(1, 'step.started', step) +
            event(2, 'step.completed', { ...step, output: { label: 'hot' }, handles: ['hot'] }) +
            event(3, 'execution.completed', { output: null }),
          { headers: { 'Content-Type': 'text/event-stream' } },
        );
      }),
    );
    renderPage(ONE, '/executions/e1');

    const log = await screen.findByRole('region', { name: 'Step log' });
    expect(await within(log).findByRole('button', { name: /Classify.*Completed/ })).toBeVisible();
    await waitFor(() => expect(screen.getByText('Took')).toBeVisible());
    expect(screen.queryByRole('button', { name: 'Cancel execution' })).not.toBeInTheDocument();
  });

  it('leaves out the skipped steps until they are asked for', async () => {
    serve({}, [
      aLog(),
      aLog({ id: '2', stepRunId: 'call', nodeId: 'call', nodeName: 'Call', status: 'SKIPPED' }),
    ]);
    renderPage(ONE, '/executions/e1');

    const log = await screen.findByRole('region', { name: 'Step log' });
    expect(within(log).queryByText('Call')).not.toBeInTheDocument();
    await userEvent.click(await within(log).findByRole('button', { name: 'Show 1 skipped' }));

    expect(within(log).getByText('Call')).toBeVisible();
  });

  it('is cancelled after asking', async () => {
    let cancelled = false;
    serve({ status: 'WAITING', finishedAt: null, durationMs: null }, []);
    server.use(
      http.get('/api/executions/e1/events', () => problem(404, 'x', 'None.')),
      http.post('/api/executions/e1/cancel', () => {
        cancelled = true;
        return new HttpResponse(null, { status: 202 });
      }),
    );
    renderPage(ONE, '/executions/e1');

    await userEvent.click(await screen.findByRole('button', { name: 'Cancel execution' }));
    expect(cancelled).toBe(false);
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel execution' }),
    );

    await waitFor(() => expect(cancelled).toBe(true));
  });
});
