import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as HomePage } from '@/features/home/home-page';
import { aDashboard } from '@/test/insight-samples';
import { renderPage, signInAs } from '@/test/render-page';
import { anExecution, aTask, aWorkflow } from '@/test/samples';
import { problem, server } from '@/test/server';

const PAGE = { path: '/', Component: HomePage };

beforeEach(() => {
  signInAs('APPROVER');
  server.use(
    http.get('/api/workflows', () => HttpResponse.json({ items: [aWorkflow()] })),
    http.get('/api/executions', () => HttpResponse.json({ items: [anExecution()] })),
    http.get('/api/dashboard', () => HttpResponse.json(aDashboard())),
  );
});

describe('the start page', () => {
  it('shows what needs me, what fails, the numbers of today and what has just happened', async () => {
    const due = aTask({ dueAt: '2026-05-01T15:00:00Z' });
    server.use(
      http.get('/api/tasks', () => HttpResponse.json({ items: [due] })),
      http.get('/api/tasks/counts', () => HttpResponse.json({ mine: 3, claimed: 0, overdue: 2, all: 9 })),
    );
    renderPage(PAGE, '/');

    expect(await screen.findByRole('heading', { name: 'Hello, Ana Ruiz' })).toBeVisible();
    expect(await screen.findByRole('link', { name: 'Send this price?' })).toHaveAttribute(
      'href',
      '/inbox/t1',
    );
    expect(await screen.findByText('2 overdue')).toBeVisible();
    const today = screen.getByRole('list', { name: 'Today' });
    expect(await within(today).findByRole('link', { name: /Leads answered today 19 of 20/ })).toHaveAttribute(
      'href',
      '/leads',
    );
    expect(within(today).getByRole('link', { name: /half at most 1 min 35 s/ })).toBeVisible();
    expect(await screen.findByText('Expected crm.example to answer, but it did not.')).toBeVisible();
    expect(screen.getByText('4 times')).toBeVisible();
    expect(
      screen.getAllByRole('link', { name: 'Internet leads' }).map((link) => link.getAttribute('href')),
    ).toEqual(['/executions/e9', '/executions/e1']);
  });

  it('shows a newcomer where to begin', async () => {
    server.use(
      http.get('/api/workflows', () => HttpResponse.json({ items: [] })),
      http.get('/api/executions', () => HttpResponse.json({ items: [] })),
      http.get('/api/dashboard', () => HttpResponse.json(aDashboard({ errors: [] }))),
    );
    renderPage(PAGE, '/');

    expect(await screen.findByText('Create your first workflow from a template')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See the templates' })).toHaveAttribute('href', '/templates');
    expect(await screen.findByText('Nothing waits for you.')).toBeVisible();
    expect(await screen.findByText('Nothing has failed today.')).toBeVisible();
  });

  it('shows the rest when a part cannot be read', async () => {
    server.use(http.get('/api/dashboard', () => problem(403, 'auth.forbidden', 'Not for your role.')));
    renderPage(PAGE, '/');

    expect(await screen.findByText('Not for your role.')).toBeVisible();
    expect(await screen.findByText('Nothing waits for you.')).toBeVisible();
  });
});
