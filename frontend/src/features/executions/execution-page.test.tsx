import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as ExecutionPage } from '@/features/executions/execution-page';
import type { ExecutionStatus } from '@/lib/api-types';
import { renderPage, signInAs } from '@/test/render-page';
import { aLog, anExecution, aTask, definition } from '@/test/samples';
import { logsOf, serveExecution } from '@/test/serve-execution';
import { problem, server } from '@/test/server';

const ONE = { path: '/executions/:id', Component: ExecutionPage };

beforeEach(() => {
  signInAs('OPERATOR');
  server.use(http.get('/api/workflows', () => HttpResponse.json({ items: [] })));
});

describe('one execution', () => {
  it('shows each step with its input, output and error', async () => {
    const error = {
      code: 'ai.not-configured',
      message: 'Expected a key, but there is none.',
      retryable: false,
    };
    serveExecution({ status: 'FAILED', error }, [
      aLog({ input: { text: 'Is it still here?' }, output: { label: 'hot' } }),
      aLog({ id: '2', stepRunId: 'call', nodeId: 'call', nodeName: 'Call', status: 'FAILED', error }),
    ]);
    renderPage(ONE, '/executions/e1');

    const log = await screen.findByRole('region', { name: 'Step log' });
    await userEvent.click(await within(log).findByRole('button', { name: /Classify/ }));

    expect(within(log).getByText('"Is it still here?"')).toBeVisible();
    expect(within(log).getByText('"hot"')).toBeVisible();
    expect(within(log).getAllByText('Expected a key, but there is none.')[0]).toBeVisible();
    const reason = screen.getByRole('region', { name: 'Why it failed' });
    expect(within(reason).getByText('Expected a key, but there is none.')).toBeVisible();
    await userEvent.click(within(reason).getByRole('button', { name: 'Show the step “Call”' }));
    expect(within(log).getByRole('button', { name: /Call/, expanded: true })).toBeVisible();
  });

  it('says whom it waits for, and leads to what they are asked', async () => {
    serveExecution({ status: 'WAITING', finishedAt: null, durationMs: null }, [
      aLog({
        stepRunId: 'ask',
        nodeId: 'ask',
        stepType: 'human.approval',
        status: 'WAITING',
        finishedAt: null,
      }),
    ]);
    server.use(
      http.get('/api/tasks', () => HttpResponse.json({ items: [aTask()] })),
      http.get('/api/executions/e1/events', () => problem(404, 'x', 'None.')),
    );
    renderPage(ONE, '/executions/e1');

    expect(await screen.findByText('Waiting for Sales manager:')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Send this price?' })).toHaveAttribute('href', '/inbox/t1');
  });

  it('follows its stream until it is completed, then reads what was stored', async () => {
    let ended = false;
    serveExecution({ status: 'RUNNING', finishedAt: null, durationMs: null }, []);
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

  /** Its steps are there only once its end has been told, after what it was before. */
  function serveEnd(...before: ExecutionStatus[]) {
    let hasEnded = false;
    serveExecution({}, []);
    server.use(
      ...logsOf('e1', () => (hasEnded ? [aLog()] : [])),
      http.get('/api/executions/e1', async () => {
        const status = before.shift();
        if (status) return HttpResponse.json(anExecution({ status }));
        await delay(50);
        hasEnded = true;
        return HttpResponse.json(anExecution({ status: 'COMPLETED' }));
      }),
    );
  }

  it('shows all steps of one that ended while it was opened', async () => {
    serveEnd();
    renderPage(ONE, '/executions/e1');

    const log = await screen.findByRole('region', { name: 'Step log' });
    expect(await within(log).findByRole('button', { name: /Classify/ })).toBeVisible();
  });

  it('shows all steps of one whose end came to light while its stream was away', async () => {
    serveEnd('RUNNING');
    server.use(http.get('/api/executions/e1/events', () => new HttpResponse(null, { status: 503 })));
    renderPage(ONE, '/executions/e1');

    const log = await screen.findByRole('region', { name: 'Step log' });
    expect(await within(log).findByRole('button', { name: /Classify/ })).toBeVisible();
  });

  it('leads to the other executions of the same customer', async () => {
    serveExecution({ businessKeys: { customer: 'p-77' } }, []);
    renderPage(ONE, '/executions/e1');

    expect(await screen.findByRole('link', { name: 'p-77' })).toHaveAttribute(
      'href',
      '/journeys?key=customer%3Ap-77',
    );
  });

  it('leaves out the skipped steps until they are asked for', async () => {
    serveExecution({}, [
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
    serveExecution({ status: 'WAITING', finishedAt: null, durationMs: null }, []);
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

  it('is paused and resumed as its stream tells', async () => {
    const asked: string[] = [];
    let tell: (text: string) => void = () => undefined;
    serveExecution({ status: 'WAITING', finishedAt: null, durationMs: null }, []);
    server.use(
      http.get('/api/executions/e1/events', () => {
        const stream = new ReadableStream<Uint8Array>({
          start: (controller) => (tell = (text) => controller.enqueue(new TextEncoder().encode(text))),
        });
        return new HttpResponse(stream, { headers: { 'Content-Type': 'text/event-stream' } });
      }),
      http.post('/api/executions/e1/:what', ({ params }) => {
        asked.push(String(params.what));
        tell(`event: execution.${params.what === 'pause' ? 'paused' : 'resumed'}\ndata: {}\n\n`);
        return new HttpResponse(null, { status: 202 });
      }),
    );
    renderPage(ONE, '/executions/e1');

    await screen.findByText('Live');
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    expect(await screen.findByText('Paused')).toBeVisible();
    await userEvent.click(await screen.findByRole('button', { name: 'Resume' }));

    expect(await screen.findByRole('button', { name: 'Pause' })).toBeVisible();
    expect(screen.queryByText('Paused')).not.toBeInTheDocument();
    expect(asked).toEqual(['pause', 'resume']);
  });

  it('says why it could not be paused', async () => {
    serveExecution({ status: 'WAITING', finishedAt: null, durationMs: null }, []);
    server.use(
      http.get('/api/executions/e1/events', () => problem(404, 'x', 'None.')),
      http.post('/api/executions/e1/pause', () =>
        problem(409, 'execution.already-finished', 'Expected it to be running, but it is COMPLETED.'),
      ),
    );
    renderPage(ONE, '/executions/e1');

    await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));

    expect(await screen.findByText('Expected it to be running, but it is COMPLETED.')).toBeVisible();
  });

  it('is run again as a whole after asking, and leads to the new execution', async () => {
    let body: unknown;
    serveExecution({}, []);
    server.use(
      http.post('/api/executions/e1/rerun', async ({ request }) => {
        body = await request.json();
        return HttpResponse.json(
          { id: 'e2', status: 'PENDING', href: '/api/executions/e2' },
          { status: 202 },
        );
      }),
      http.get('/api/executions/e2', () =>
        HttpResponse.json(anExecution({ id: 'e2', workflowName: 'Anew' })),
      ),
      http.get('/api/executions/e2/:what', () => HttpResponse.json({ items: [], definition })),
    );
    const router = renderPage(ONE, '/executions/e1');

    await userEvent.click(await screen.findByRole('button', { name: 'Run again' }));
    const dialog = await screen.findByRole('dialog', { name: 'Run this execution again?' });
    expect(body).toBeUndefined();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Run again' }));

    expect(await screen.findByRole('heading', { name: 'Anew' })).toBeVisible();
    expect(router.state.location.pathname).toBe('/executions/e2');
    expect(body).toEqual({});
  });

  it('is run again from a finished step, and says why it cannot be', async () => {
    let body: unknown;
    serveExecution({ status: 'FAILED' }, [
      aLog(),
      aLog({ id: '2', stepRunId: 'call', nodeId: 'call', nodeName: 'Call', status: 'FAILED' }),
    ]);
    server.use(
      http.post('/api/executions/e1/rerun', async ({ request }) => {
        body = await request.json();
        return problem(400, 'execution.step-not-finished', 'Begin with an earlier step.');
      }),
    );
    renderPage(ONE, '/executions/e1');

    // The step that failed is open already.
    await userEvent.click(await screen.findByRole('button', { name: 'Run again from here' }));
    const dialog = await screen.findByRole('dialog', { name: 'Run again from “Call”?' });
    expect(dialog).toHaveTextContent('Is keptThe result of every other step.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Run again' }));

    expect(await within(dialog).findByText('Begin with an earlier step.')).toBeVisible();
    expect(body).toEqual({ fromNode: 'call' });
  });

  it('offers a viewer nothing to change', async () => {
    signInAs('VIEWER');
    serveExecution({ status: 'FAILED' }, [aLog({ status: 'FAILED' })]);
    renderPage(ONE, '/executions/e1');

    expect(await screen.findByRole('button', { name: /Classify.*Failed/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Run again/ })).not.toBeInTheDocument();
  });

  it('leads to the executions around it', async () => {
    const call = { stepRunId: 'call', nodeId: 'call', nodeName: 'Call', stepType: 'flow.call' };
    const change = {
      calledBy: { executionId: 'e0', step: 'askDesk[1]' },
      rerunOf: { executionId: 'e7', step: 'call' },
    };
    serveExecution(
      change,
      [aLog({ attempt: 0 }), aLog({ id: '2', ...call })],
      [
        anExecution({ id: 'e5', workflowName: 'Desk', calledBy: { executionId: 'e1', step: 'call' } }),
        anExecution({ id: 'e8', rerunOf: { executionId: 'e1', step: 'classify' } }),
        anExecution({ id: 'e9', rerunOf: { executionId: 'e1' } }),
      ],
    );
    server.use(
      http.get('/api/executions/e0', () => HttpResponse.json(anExecution({ workflowName: 'Trade-in' }))),
    );
    renderPage(ONE, '/executions/e1');

    expect(await screen.findByRole('link', { name: 'Trade-in at “Ask desk”' })).toHaveAttribute(
      'href',
      '/executions/e0?step=askDesk',
    );
    expect(await screen.findByRole('link', { name: 'an earlier execution from “Call”' })).toHaveAttribute(
      'href',
      '/executions/e7?step=call',
    );
    expect(await screen.findByRole('link', { name: 'Desk' })).toHaveAttribute('href', '/executions/e5');
    expect(screen.getByText(/By “Call”/)).toBeVisible();
    expect(screen.getByText(/From “Classify”/)).toBeVisible();
    expect(screen.getByText(/From the top/)).toBeVisible();
    expect(screen.getByRole('button', { name: /Classify.*From the earlier execution/ })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Call/ }));
    expect(screen.getByRole('link', { name: 'Go to the called execution' })).toHaveAttribute(
      'href',
      '/executions/e5',
    );
  });

  it('says that the executions around it could not be read', async () => {
    serveExecution({}, []);
    server.use(http.get('/api/executions/e1/related', () => problem(403, 'x', 'Not for your role.')));
    renderPage(ONE, '/executions/e1');

    expect(await screen.findByRole('heading', { name: 'Related executions' })).toBeVisible();
    expect(screen.getByText('Not for your role.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('shows the one step that a link is about', async () => {
    serveExecution({}, [aLog(), aLog({ id: '2', stepRunId: 'call', nodeId: 'call', nodeName: 'Call' })]);
    renderPage(ONE, '/executions/e1?step=call');

    const log = await screen.findByRole('region', { name: 'Step log' });
    expect(await within(log).findByRole('button', { name: /^Call/ })).toBeVisible();
    expect(within(log).queryByRole('button', { name: /Classify/ })).not.toBeInTheDocument();
  });
});
