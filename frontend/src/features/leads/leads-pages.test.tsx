import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { Component as LeadPage } from '@/features/leads/lead-page';
import { Component as LeadsPage } from '@/features/leads/leads-page';
import type { LeadDetail, LeadSummary } from '@/lib/api-types';
import { renderPage, signInAs } from '@/test/render-page';
import { problem, server } from '@/test/server';

const summary: LeadSummary = {
  id: 'l1',
  receivedAt: '2026-05-01T14:00:00Z',
  channel: 'ADF_EMAIL',
  dealerId: 'd-100',
  quality: 'REPAIRED',
  leadType: 'SALES',
  title: 'Marie Tremblay',
  vehicle: '2022 Kia Forte',
  repeats: 1,
  repairs: ['ampersands'],
};
const unreadable: LeadSummary = {
  ...summary,
  id: 'l2',
  quality: 'UNREADABLE',
  because: 'Expected a lead, but the document is empty.',
  leadType: undefined,
  title: '',
  vehicle: '',
  repeats: 0,
  repairs: [],
};
const detail: LeadDetail = {
  summary,
  repairs: [{ code: 'ampersands', message: 'Ampersands that were not escaped were escaped.' }],
  notes: [{ code: 'no-vehicle', message: 'No vehicle is named.' }],
  lead: {
    leadId: 'l1',
    comments: 'Is this still available?',
    person: {
      personId: 'p-77',
      phones: [{ raw: 'none' }, { e164: '+15145550100' }],
      emails: [{ value: 'marie@example.test' }],
    },
  },
  contentType: 'text/xml',
  documentBytes: 17,
  document: '<adf>A & B</adf>',
  documentHref: '/api/leads/l1/document',
};

const LIST = { path: '/leads', Component: LeadsPage };
const ONE = { path: '/leads/:id', Component: LeadPage };

beforeEach(() => {
  signInAs('OPERATOR');
  server.use(
    http.get('/api/leads', ({ request }) => {
      const quality = new URL(request.url).searchParams.get('quality');
      const items = [summary, unreadable].filter((lead) => quality === null || lead.quality === quality);
      return HttpResponse.json({ items });
    }),
    http.get('/api/leads/l1', () => HttpResponse.json(detail)),
  );
});

it('the list shows who asks and how well the document was read, and narrows to a quality', async () => {
  const router = renderPage(LIST, '/leads');
  expect(await screen.findByRole('link', { name: 'Marie Tremblay' })).toBeVisible();
  expect(screen.getByText('came 2 times')).toBeVisible();
  expect(screen.getByText('Expected a lead, but the document is empty.')).toBeVisible();

  await userEvent.click(screen.getByRole('radio', { name: 'Unreadable' }));

  await waitFor(() => expect(screen.queryByText('Marie Tremblay')).not.toBeInTheDocument());
  expect(screen.getByRole('link', { name: 'Document without a lead' })).toBeVisible();
  expect(router.state.location.search).toBe('?quality=UNREADABLE');
});

it('the list says when no lead has come, and when it failed', async () => {
  server.use(http.get('/api/leads', () => HttpResponse.json({ items: [] })));
  renderPage(LIST, '/leads');
  expect(await screen.findByText('No lead has come yet')).toBeVisible();

  server.use(http.get('/api/leads', () => problem(400, 'x', 'It broke.')));
  renderPage(LIST, '/leads');
  expect(await screen.findByText('It broke.')).toBeVisible();
});

it('a lead shows what was repaired, what was read and the document as it came', async () => {
  renderPage(ONE, '/leads/l1');

  expect(await screen.findByText('Ampersands that were not escaped were escaped.')).toBeVisible();
  expect(screen.getByText('No vehicle is named.')).toBeVisible();
  expect(screen.getByText('"Is this still available?"')).toBeVisible();
  expect(screen.getByText('<adf>A & B</adf>')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Consents of +15145550100' })).toHaveAttribute(
    'href',
    '/outbox/consents?personId=p-77&address=%2B15145550100',
  );
  expect(screen.getByRole('link', { name: 'Consents of marie@example.test' })).toBeVisible();
});

it('a lead is published again', async () => {
  let replayed = false;
  server.use(
    http.post('/api/leads/l1/replay', () => {
      replayed = true;
      return HttpResponse.json({ id: 'l1', eventId: 'e1' }, { status: 202 });
    }),
  );
  renderPage(ONE, '/leads/l1');

  await userEvent.click(await screen.findByRole('button', { name: 'Publish again' }));

  await waitFor(() => expect(replayed).toBe(true));
});

it('a viewer sees a lead and cannot publish it again', async () => {
  signInAs('VIEWER');
  renderPage(ONE, '/leads/l1');

  expect(await screen.findByRole('heading', { name: 'Marie Tremblay' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Publish again' })).not.toBeInTheDocument();
});
