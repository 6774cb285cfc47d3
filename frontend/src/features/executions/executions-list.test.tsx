import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as ExecutionsPage } from '@/features/executions/executions-page';
import { Component as JourneyPage } from '@/features/executions/journey-page';
import { renderPage, signInAs } from '@/test/render-page';
import { anExecution } from '@/test/samples';
import { problem, server } from '@/test/server';

const LIST = { path: '/executions', Component: ExecutionsPage };

beforeEach(() => {
  signInAs('OPERATOR');
  server.use(http.get('/api/workflows', () => HttpResponse.json({ items: [] })));
});

describe('the list of executions, while one works with it', () => {
  it('keeps its rows where they are until the new ones are asked for', async () => {
    let tell: (text: string) => void = () => undefined;
    let items = [anExecution({ id: 'e1', workflowName: 'First' })];
    server.use(
      http.get('/api/executions', () => HttpResponse.json({ items })),
      http.get('/api/executions/events', () => {
        const stream = new ReadableStream<Uint8Array>({
          start: (controller) => (tell = (text) => controller.enqueue(new TextEncoder().encode(text))),
        });
        return new HttpResponse(stream, { headers: { 'Content-Type': 'text/event-stream' } });
      }),
    );
    renderPage(LIST, '/executions');
    await screen.findByRole('link', { name: 'First' });
    await screen.findByText('Live');

    items = [anExecution({ id: 'e2', workflowName: 'Second' }), ...items];
    tell('event: execution.started\ndata: {}\n\n');

    const bar = await screen.findByRole('button', { name: '1 new' });
    expect(screen.queryByRole('link', { name: 'Second' })).not.toBeInTheDocument();
    await userEvent.click(bar);
    expect(screen.getByRole('link', { name: 'Second' })).toBeVisible();
    expect(screen.queryByRole('button', { name: '1 new' })).not.toBeInTheDocument();

    items = items.slice(0, 1);
    tell('event: execution.completed\ndata: {}\n\n');

    const gone = await screen.findByRole('button', { name: '1 no longer matches' });
    expect(screen.getByRole('row', { name: /First/ })).toHaveTextContent('No longer matches');
    await userEvent.click(gone);
    expect(screen.queryByRole('link', { name: 'First' })).not.toBeInTheDocument();
  });

  it('cancels what is chosen and still goes on, after saying how many', async () => {
    const cancelled: string[] = [];
    server.use(
      http.get('/api/executions', () =>
        HttpResponse.json({
          items: [
            anExecution({ id: 'e1', status: 'WAITING' }),
            anExecution({ id: 'e2', status: 'RUNNING' }),
            anExecution({ id: 'e3' }),
          ],
        }),
      ),
      http.post('/api/executions/:id/cancel', ({ params }) => {
        cancelled.push(String(params.id));
        return params.id === 'e2'
          ? problem(409, 'execution.already-finished', 'It has just ended.')
          : new HttpResponse(null, { status: 202 });
      }),
    );
    renderPage(LIST, '/executions');

    await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose all that are loaded' }));
    const bar = screen.getByRole('region', { name: 'Chosen executions' });
    expect(bar).toHaveTextContent('3 executions chosen');
    await userEvent.click(within(bar).getByRole('button', { name: 'Cancel 2' }));
    expect(cancelled).toEqual([]);
    const dialog = await screen.findByRole('dialog', { name: 'Cancel 2 executions?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel 2 executions' }));

    const told = '1 execution cancelled. 1 execution could not be. It has just ended.';
    expect(await screen.findByText(told)).toBeVisible();
    expect(cancelled.sort()).toEqual(['e1', 'e2']);
  });

  /** Serves two pages of waiting executions, and keeps what the list was asked for. */
  function serveTwoPages() {
    const asked: string[] = [];
    server.use(
      http.get('/api/executions', ({ request }) => {
        const { searchParams } = new URL(request.url);
        asked.push(searchParams.get('status') ?? '');
        return searchParams.get('cursor') === 'next'
          ? HttpResponse.json({ items: [anExecution({ id: 'e2', status: 'WAITING' })] })
          : HttpResponse.json({ items: [anExecution({ id: 'e1', status: 'WAITING' })], nextCursor: 'next' });
      }),
    );
    return asked;
  }

  async function askToCancelAll(at: string) {
    renderPage(LIST, at);
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose all that are loaded' }));
    await userEvent.click(screen.getByRole('button', { name: 'Cancel all that match…' }));
    return within(await screen.findByRole('dialog', { name: 'Cancel all that match the filters?' }));
  }

  it('cancels all that match the filters one by one, also what is not loaded', async () => {
    const cancelled: string[] = [];
    const asked = serveTwoPages();
    server.use(
      http.post('/api/executions/:id/cancel', ({ params }) => {
        cancelled.push(String(params.id));
        return params.id === 'e2'
          ? problem(409, 'execution.already-finished', 'It is over.')
          : new HttpResponse(null, { status: 202 });
      }),
    );
    const dialog = await askToCancelAll('/executions?status=WAITING,FAILED&businessKey=vin:1HG');

    await dialog.findByText(/Still going on: 2 executions,/);
    expect(asked.at(-1)).toBe('WAITING');
    expect(cancelled).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel 2 executions' }));

    const told = '1 execution cancelled. 1 execution could not be. It is over.';
    expect(await screen.findByText(told)).toBeVisible();
    expect(cancelled.sort()).toEqual(['e1', 'e2']);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('cancels a whole workflow by one request', async () => {
    let sent: unknown = null;
    serveTwoPages();
    server.use(
      http.post('/api/executions/cancellations', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json({ cancelled: 3 }, { status: 202 });
      }),
    );
    const dialog = await askToCancelAll('/executions?workflowId=w1');

    await userEvent.click(await dialog.findByRole('button', { name: 'Cancel 2 executions' }));

    expect(await screen.findByText('3 executions cancelled.')).toBeVisible();
    expect(sent).toEqual({ workflowId: 'w1' });
  });

  it('has nothing to cancel where the filters ask for ended ones', async () => {
    server.use(http.get('/api/executions', () => HttpResponse.json({ items: [anExecution()] })));
    const dialog = await askToCancelAll('/executions?status=COMPLETED');

    expect(await dialog.findByText(/there is nothing to cancel/)).toBeVisible();
    expect(dialog.queryByRole('button', { name: /^Cancel/ })).not.toBeInTheDocument();
  });

  it('cancels nothing but what is chosen without a filter', async () => {
    server.use(http.get('/api/executions', () => HttpResponse.json({ items: [anExecution()] })));
    renderPage(LIST, '/executions');

    await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose all that are loaded' }));

    expect(screen.getByRole('button', { name: 'Cancel 0' })).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Cancel all that match…' })).not.toBeInTheDocument();
  });

  it('offers a viewer nothing to choose', async () => {
    signInAs('VIEWER');
    server.use(http.get('/api/executions', () => HttpResponse.json({ items: [anExecution()] })));
    renderPage(LIST, '/executions');

    expect(await screen.findByRole('link', { name: 'Internet leads' })).toBeVisible();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('keeps filters under a name', async () => {
    server.use(http.get('/api/executions', () => HttpResponse.json({ items: [] })));
    const router = renderPage(LIST, '/executions?status=FAILED');

    await userEvent.click(screen.getByRole('button', { name: 'Views' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Save these filters' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'What failed{Enter}');
    expect(await screen.findByRole('button', { name: 'What failed' })).toBeVisible();
    await router.navigate('/executions');
    await userEvent.click(await screen.findByRole('button', { name: 'Views' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'What failed' }));

    await waitFor(() => expect(router.state.location.search).toBe('?status=FAILED'));
  });
});

describe('a journey', () => {
  const PAGE = { path: '/journeys', Component: JourneyPage };

  it('shows every execution and step that touched a vehicle', async () => {
    let asked = '';
    const step = {
      stepRunId: 'call',
      nodeId: 'call',
      nodeName: 'Call',
      stepType: 'http.request',
      attempt: 2,
    };
    server.use(
      http.get('/api/journeys', ({ request }) => {
        asked = new URL(request.url).searchParams.get('key') ?? '';
        return HttpResponse.json({
          items: [
            { ...anExecution(), steps: [{ ...step, status: 'FAILED', error: 'The line was busy.' }] },
            { ...anExecution({ id: 'e2', workflowName: 'Service reminder' }), steps: [] },
          ],
        });
      }),
    );
    renderPage(PAGE, '/journeys?key=vin:1HG');

    expect(await screen.findByRole('heading', { name: 'VIN 1HG' })).toBeVisible();
    const steps = await screen.findByRole('list', { name: 'Steps of Internet leads' });
    expect(within(steps).getByRole('link', { name: 'Call' })).toHaveAttribute(
      'href',
      '/executions/e1?step=call',
    );
    expect(within(steps).getByText('The line was busy.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Service reminder' })).toHaveAttribute('href', '/executions/e2');
    expect(asked).toBe('vin:1HG');
  });

  it('asks whom to follow, and says that nothing touched it', async () => {
    server.use(http.get('/api/journeys', () => HttpResponse.json({ items: [] })));
    renderPage(PAGE, '/journeys');

    expect(await screen.findByText('Whom do you want to follow?')).toBeVisible();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Customer, VIN or RO number' }), 'nobody');

    expect(await screen.findByText('Nothing touched it')).toBeVisible();
  });
});
