import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as DashboardPage } from '@/features/dashboard/dashboard-page';
import { aDashboard } from '@/test/insight-samples';
import { renderPage, signInAs } from '@/test/render-page';
import { aWorkflow } from '@/test/samples';
import { problem, server } from '@/test/server';

const PAGE = { path: '/dashboard', Component: DashboardPage };

beforeEach(() => {
  signInAs('VIEWER');
  server.use(http.get('/api/workflows', () => HttpResponse.json({ items: [aWorkflow()] })));
});

describe('the dashboard', () => {
  it('shows numbers beside those of the time before', async () => {
    server.use(http.get('/api/dashboard', () => HttpResponse.json(aDashboard())));
    renderPage(PAGE, '/dashboard');

    const executions = (await screen.findByText('Executions', { selector: 'dt' })).parentElement!;
    expect(executions).toHaveTextContent('Executions100+100 %');
    expect(screen.getByText('Success rate').parentElement).toHaveTextContent('96%−4 points4 failed');
    expect(screen.getByText('Response time to a lead').parentElement).toHaveTextContent('1 min 35 s');
    expect(screen.getByText('AI cost').parentElement).toHaveTextContent('$0.42');
    expect(screen.getByText(/Hours and days are those of America\/Toronto/)).toBeVisible();
  });

  it('tells what its charts show as tables that lead to the executions', async () => {
    server.use(http.get('/api/dashboard', () => HttpResponse.json(aDashboard())));
    renderPage(PAGE, '/dashboard?workflowId=w1');

    await userEvent.click(await screen.findByRole('button', { name: 'Executions as a table' }));

    const table = screen.getByRole('table', { name: 'Executions by how they ended' });
    expect(within(table).getByRole('row', { name: 'Fri, May 1 90 3 0' })).toBeVisible();
    expect(within(table).getByRole('link', { name: 'Fri, May 1' })).toHaveAttribute(
      'href',
      '/executions?time=ended&from=2026-05-01T04%3A00%3A00Z&to=2026-05-02T04%3A00%3A00Z&workflowId=w1',
    );
  });

  it('groups what failed by its cause', async () => {
    server.use(http.get('/api/dashboard', () => HttpResponse.json(aDashboard())));
    renderPage(PAGE, '/dashboard');

    expect(await screen.findByText('Expected crm.example to answer, but it did not.')).toBeVisible();
    expect(screen.getByRole('link', { name: '4 failed executions of Internet leads' })).toHaveAttribute(
      'href',
      '/executions?workflowId=w1&status=FAILED',
    );
    expect(screen.getByRole('link', { name: 'See the last' })).toHaveAttribute('href', '/executions/e9');
  });

  it('asks for the range and the workflow in its address', async () => {
    const asked: URLSearchParams[] = [];
    server.use(
      http.get('/api/dashboard', ({ request }) => {
        asked.push(new URL(request.url).searchParams);
        return HttpResponse.json(aDashboard());
      }),
    );
    const router = renderPage(PAGE, '/dashboard?time=7d');
    await screen.findByRole('option', { name: 'Internet leads' });

    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Workflow' }), 'Internet leads');

    await waitFor(() => expect(asked.at(-1)?.get('workflowId')).toBe('w1'));
    const last = asked.at(-1)!;
    expect(Date.parse(last.get('to')!) - Date.parse(last.get('from')!)).toBe(7 * 86_400_000);
    expect(router.state.location.search).toBe('?time=7d&workflowId=w1');
  });

  it('says what failed to load, and that nothing has', async () => {
    server.use(http.get('/api/dashboard', () => problem(400, 'execution.bad-filter', 'Ask for days.')));
    renderPage(PAGE, '/dashboard');

    expect(await screen.findByText('Ask for days.')).toBeVisible();
  });

  it('is whole when nothing happened', async () => {
    const none = aDashboard({ workflows: [], slowestSteps: [], failingSteps: [], models: [], errors: [] });
    server.use(http.get('/api/dashboard', () => HttpResponse.json(none)));
    renderPage(PAGE, '/dashboard');

    expect(await screen.findByText('Nothing failed')).toBeVisible();
    expect(screen.getByText('No model was asked in this time.')).toBeVisible();
  });
});
