import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as ExecutionPage } from '@/features/executions/execution-page';
import { renderPage, signInAs } from '@/test/render-page';
import { serveExecution } from '@/test/serve-execution';
import { problem, server } from '@/test/server';

const ONE = { path: '/executions/:id', Component: ExecutionPage };

beforeEach(() => {
  signInAs('OPERATOR');
  server.use(http.get('/api/workflows', () => HttpResponse.json({ items: [] })));
});

describe('the log lines of an execution', () => {
  it('shows what the services logged about it', async () => {
    serveExecution({ status: 'FAILED' }, []);
    const line = {
      id: 'l1',
      at: '2026-05-01T14:05:00.123Z',
      service: 'ai-service',
      level: 'WARN',
      logger: 'com.automatrix.ai.step.AiStep',
      message: 'model call failed code=ai.timeout',
      exception: 'java.net.http.HttpTimeoutException: request timed out',
    };
    server.use(
      http.get('/api/executions/e1/log-lines', ({ request }) =>
        new URL(request.url).searchParams.get('cursor') === 'next'
          ? HttpResponse.json({ items: [{ ...line, id: 'l2', level: 'ERROR', message: 'gave up' }] })
          : HttpResponse.json({ items: [line], nextCursor: 'next' }),
      ),
    );
    renderPage(ONE, '/executions/e1');

    await userEvent.click(await screen.findByRole('tab', { name: 'Log lines' }));
    const lines = await screen.findByRole('list', { name: 'Log lines' });
    expect(within(lines).getByText('model call failed code=ai.timeout')).toBeVisible();
    expect(within(lines).getByText('Warning')).toBeVisible();
    expect(within(lines).getByText(/request timed out/)).not.toBeVisible();
    await userEvent.click(within(lines).getByText('Stack trace'));
    expect(within(lines).getByText(/request timed out/)).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(await within(lines).findByText('gave up')).toBeVisible();
  });

  it('says that nothing was logged, or why the lines are not there', async () => {
    serveExecution({ status: 'COMPLETED' }, []);
    let fails = true;
    server.use(
      http.get('/api/executions/e1/log-lines', () =>
        fails ? problem(400, 'x', 'Expected lines, but there are none.') : HttpResponse.json({ items: [] }),
      ),
    );
    renderPage(ONE, '/executions/e1?view=log');

    expect(await screen.findByText('Expected lines, but there are none.')).toBeVisible();
    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing was logged')).toBeVisible();
  });

  it('keeps log lines from those who do not operate', async () => {
    signInAs('VIEWER');
    serveExecution({ status: 'COMPLETED' }, []);
    renderPage(ONE, '/executions/e1?view=log');

    expect(await screen.findByRole('tab', { name: 'Steps', selected: true })).toBeVisible();
    expect(screen.queryByRole('tab', { name: 'Log lines' })).not.toBeInTheDocument();
  });
});
