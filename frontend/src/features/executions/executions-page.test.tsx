import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as ExecutionsPage } from '@/features/executions/executions-page';
import { renderPage, signInAs } from '@/test/render-page';
import { anExecution, aWorkflow } from '@/test/samples';
import { problem, server } from '@/test/server';

const LIST = { path: '/executions', Component: ExecutionsPage };

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

  it('marks what is paused, and says that a workflow was called', async () => {
    const held = anExecution({ status: 'WAITING', paused: true, trigger: { kind: 'CALL' } });
    server.use(http.get('/api/executions', () => HttpResponse.json({ items: [held] })));
    renderPage(LIST, '/executions');

    const row = (await screen.findByRole('link', { name: 'Internet leads' })).closest('tr')!;
    expect(within(row).getByText('Waiting')).toBeVisible();
    expect(within(row).getByText('Paused')).toBeVisible();
    expect(within(row).getByText('Called by a workflow')).toBeVisible();
  });

  it('is searched by business key, statuses, trigger and time, and the address says so', async () => {
    const asked: URLSearchParams[] = [];
    server.use(
      http.get('/api/workflows', () => HttpResponse.json({ items: [aWorkflow()] })),
      http.get('/api/executions', ({ request }) => {
        asked.push(new URL(request.url).searchParams);
        return HttpResponse.json({ items: [] });
      }),
    );
    const router = renderPage(LIST, '/executions');
    const before = Date.now();

    await userEvent.type(screen.getByRole('searchbox', { name: 'Customer, VIN or RO number' }), 'p-77');
    await userEvent.click(screen.getByRole('button', { name: 'Failed' }));
    await userEvent.click(screen.getByRole('button', { name: 'Waiting' }));
    await screen.findByRole('option', { name: 'Lead received' });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Trigger' }), 'Lead received');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Time' }), 'Last hour');

    await waitFor(() => {
      const last = Object.fromEntries(asked.at(-1) ?? []);
      expect(last).toMatchObject({
        businessKeyPart: 'p-77',
        status: 'FAILED,WAITING',
        eventType: 'com.automatrix.lead.received.v1',
      });
      expect(Date.parse(last.from ?? '')).toBeGreaterThanOrEqual(before - 3_600_000);
    });
    expect(Object.fromEntries(new URLSearchParams(router.state.location.search))).toEqual({
      businessKey: 'p-77',
      status: 'FAILED,WAITING',
      eventType: 'com.automatrix.lead.received.v1',
      time: '1h',
    });
  });

  it('shows the rare filters when one of them is set, and forgets the version with the workflow', async () => {
    server.use(
      http.get('/api/workflows', () => HttpResponse.json({ items: [aWorkflow()] })),
      http.get('/api/executions', () => HttpResponse.json({ items: [] })),
    );
    const router = renderPage(LIST, '/executions?workflowId=w1&version=2&text=timed');

    expect(screen.getByRole('searchbox', { name: 'Words in an error' })).toHaveValue('timed');
    expect(await screen.findByRole('option', { name: 'Version 3' })).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Workflow' }), 'All workflows');

    expect(screen.getByRole('combobox', { name: 'Version' })).toBeDisabled();
    expect(router.state.location.search).toBe('?text=timed');
  });

  it('says that a range of time is the wrong way round', async () => {
    server.use(
      http.get('/api/executions', () => problem(400, 'execution.bad-filter', 'Expected a time after.')),
    );
    renderPage(LIST, '/executions?time=range&from=2026-05-02T00:00:00Z&to=2026-05-01T00:00:00Z');

    expect(await screen.findByText('This is not after the beginning.')).toBeVisible();
    expect(await screen.findByText('Expected a time after.')).toBeVisible();
  });

  it('shows by what an execution is found', async () => {
    const businessKeys = { customer: 'p-77', vin: '1HGCM82633A004352' };
    server.use(
      http.get('/api/executions', () => HttpResponse.json({ items: [anExecution({ businessKeys })] })),
    );
    renderPage(LIST, '/executions');

    expect(await screen.findByText('Customer p-77 · VIN 1HGCM82633A004352')).toBeVisible();
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
