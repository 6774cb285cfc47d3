import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as SchedulesPage } from '@/features/schedules/schedules-page';
import type { Schedule } from '@/lib/api-types';
import { renderPage, signInAs } from '@/test/render-page';
import { problem, server } from '@/test/server';

const LIST = { path: '/schedules', Component: SchedulesPage };

const mornings: Schedule = {
  workflowId: 'w1',
  workflowName: 'Morning list',
  version: 3,
  triggerId: 'mornings',
  cron: '30 8 * * *',
  timeZone: 'America/New_York',
  catchUp: 'LATEST',
  businessDays: true,
  paused: false,
  lastRun: { plannedAt: '2026-03-06T13:30:00Z', startedAt: '2026-03-06T13:30:01Z', executionId: 'e1' },
  next: ['2026-03-07T13:30:00Z'],
};

function serve(items: Schedule[]) {
  server.use(http.get('/api/schedules', () => HttpResponse.json({ items })));
  renderPage(LIST, '/schedules');
}

beforeEach(() => signInAs('ADMIN'));

describe('the list of schedules', () => {
  it('shows when each starts, next and last', async () => {
    serve([mornings]);

    const row = (await screen.findByRole('link', { name: 'Morning list' })).closest('tr')!;
    expect(row).toHaveTextContent(/At 8:30 AM, every day30 8 \* \* \*America\/New_York, on business days/);
    expect(row).toHaveTextContent(/Mar 7, 8:30\sAM EST/);
    expect(within(row).getAllByRole('link')[1]).toHaveAttribute('href', '/executions/e1');
  });

  it('says what is paused, what has never started and what is not due again', async () => {
    const hourly = { ...mornings, triggerId: 'hourly', cron: null, every: 'PT1H', lastRun: null };
    serve([
      { ...hourly, paused: true, next: [] },
      { ...mornings, next: [] },
    ]);

    expect(await screen.findByText('Paused')).toBeVisible();
    expect(screen.getByText(/Every 1 hour/)).toBeInTheDocument();
    expect(screen.getByText('Never')).toBeInTheDocument();
    expect(screen.getByText('Not due again')).toBeVisible();
  });

  it('says so when there are none', async () => {
    serve([]);
    expect(await screen.findByText('Nothing starts by the clock yet')).toBeVisible();
  });

  it('says what failed', async () => {
    server.use(http.get('/api/schedules', () => problem(400, 'x', 'It broke.')));
    renderPage(LIST, '/schedules');

    expect(await screen.findByText('It broke.')).toBeVisible();
  });
});
