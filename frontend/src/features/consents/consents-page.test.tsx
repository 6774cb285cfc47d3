import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { Component as ConsentsPage } from '@/features/consents/consents-page';
import type { MessageSummary } from '@/lib/api-types';
import type { ConsentAnswer, ConsentEntry, ConsentLine, Holding } from '@/lib/api/consents';
import { renderPage, signInAs } from '@/test/render-page';
import { problem, server } from '@/test/server';

const NUMBER = '+15145550100';
const PAGE = { path: '/outbox/consents', Component: ConsentsPage };
const OF_NUMBER = `/outbox/consents?address=${encodeURIComponent(NUMBER)}`;

const yes: ConsentEntry = {
  id: 'c1',
  personId: 'p-77',
  address: NUMBER,
  channel: 'SMS',
  purpose: 'MARKETING',
  state: 'GRANTED',
  source: 'Showroom form',
  evidence: 'Yes, text me offers',
  at: '2026-05-01T14:00:00Z',
  recordedAt: '2026-05-01T14:00:00Z',
  recordedBy: 'Ana Ruiz',
};
const ofNumber: Holding = { ...yes, purpose: 'MARKETING', entryId: yes.id };
const stop: ConsentEntry = {
  ...yes,
  id: 'c2',
  address: null,
  purpose: 'ALL',
  state: 'REVOKED',
  source: 'SMS reply',
  evidence: 'STOP',
  at: '2026-05-03T14:00:00Z',
  recordedAt: '2026-05-03T14:00:00Z',
  recordedBy: 'event',
};
const waiting: MessageSummary = {
  id: 'm1',
  executionId: 'e1',
  nodeId: 'text',
  channel: 'SMS',
  purpose: 'TRANSACTIONAL',
  to: NUMBER,
  preview: 'Your Kia is ready',
  state: 'DEFERRED',
  reason: 'It is no time to contact a person before then.',
  deferredUntil: '2026-05-04T12:00:00Z',
  createdAt: '2026-05-03T22:00:00Z',
};

let asked: URLSearchParams[] = [];

const nothingSaid: ConsentAnswer[] = [
  { purpose: 'TRANSACTIONAL', state: 'UNKNOWN', isAllowed: true },
  { purpose: 'MARKETING', state: 'UNKNOWN', isAllowed: false },
];
const texts = (change: Partial<ConsentLine> = {}): ConsentLine => ({
  channel: 'SMS',
  address: NUMBER,
  answers: nothingSaid,
  ...change,
});
const agreed: ConsentAnswer[] = [
  { purpose: 'TRANSACTIONAL', state: 'UNKNOWN', isAllowed: true },
  { purpose: 'MARKETING', state: 'GRANTED', isAllowed: true, because: ofNumber },
];

/** A ledger in which these were said, by which these are decided. */
function serve(personId: string | null, items: ConsentLine[], entries: ConsentEntry[]) {
  server.use(
    http.get('/api/consents/decisions', ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.push(query);
      return HttpResponse.json({
        personId: personId ?? query.get('personId'),
        address: query.get('address'),
        items,
      });
    }),
    http.get('/api/consents/history', () => HttpResponse.json({ items: entries })),
  );
}

beforeEach(() => {
  asked = [];
  signInAs('OPERATOR');
  serve(null, [texts()], []);
  server.use(
    http.get('/api/settings/dealership', () =>
      HttpResponse.json({ name: 'Lakeside', timeZone: 'UTC', quietHours: { from: '20:00', to: '08:00' } }),
    ),
    http.get('/api/messages', () => HttpResponse.json({ items: [] })),
  );
});

it('a person is found by a number as one says it, and stands in the address', async () => {
  const router = renderPage(PAGE, '/outbox/consents');
  expect(await screen.findByText('Whom is it about?')).toBeVisible();
  expect(await screen.findByText(/8:00 PM to 8:00 AM/)).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Find' }));
  expect(screen.getByText(/^Enter the customer’s phone number/)).toBeVisible();
  await userEvent.type(screen.getByRole('searchbox'), '514-555-0100{Enter}');

  expect(await screen.findByText(/Nothing is recorded yet/)).toBeVisible();
  expect(router.state.location.search).toBe('?address=%2B15145550100');
  expect(asked.at(-1)?.get('address')).toBe(NUMBER);
  expect(screen.getByRole('link', { name: 'the id of a person' })).toHaveAttribute(
    'href',
    '/outbox/consents?personId=5145550100',
  );
});

it('what holds is shown with who said so, when and in which words, also what the owner of a number said', async () => {
  const ofPerson: Holding = { ...stop, purpose: 'MARKETING', entryId: stop.id };
  const no: ConsentAnswer = { purpose: 'MARKETING', state: 'REVOKED', isAllowed: false, because: ofPerson };
  serve(
    'p-77',
    [texts({ answers: [{ purpose: 'TRANSACTIONAL', state: 'UNKNOWN', isAllowed: true }, no] })],
    [stop, yes],
  );
  renderPage(PAGE, OF_NUMBER);

  const region = await screen.findByRole('region', { name: `Text messages, ${NUMBER}` });
  expect(within(region).getByText('May be sent')).toBeVisible();
  expect(within(region).getByText('May not be sent')).toBeVisible();
  expect(region).toHaveTextContent('Withdrawn on May 3, 2026 for person p-77');
  expect(await within(region).findByText('STOP')).toBeVisible();
  expect(within(region).getByText('SMS reply, recorded automatically')).toBeVisible();
  const history = screen.getByRole('list', { name: 'What was said' });
  expect(within(history).getByText('Yes, text me offers')).toBeVisible();
  expect(history).toHaveTextContent('Showroom form, recorded by Ana Ruiz');
});

it('“stop texting me” is recorded for the number and its owner, and the waiting message stops', async () => {
  let sent: unknown = null;
  serve('p-77', [texts({ answers: agreed })], [yes]);
  server.use(
    http.get('/api/messages', () =>
      HttpResponse.json({
        items: [sent === null ? waiting : { ...waiting, state: 'REFUSED', reason: 'They said no.' }],
      }),
    ),
    http.post('/api/consents', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ items: [ofNumber] }, { status: 201 });
    }),
  );
  renderPage(PAGE, OF_NUMBER);
  expect(await screen.findByText('1 message waits')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Record what they said' }));
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByText(`It is kept for ${NUMBER} and person p-77.`)).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Record' }));
  expect(await within(dialog).findByText(/^Enter where they said it/)).toBeVisible();
  await userEvent.type(within(dialog).getByLabelText(/^In which words/), 'stop texting me');
  await userEvent.type(within(dialog).getByLabelText('Where they said it'), 'Phone call');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Record' }));

  expect(await screen.findByText('They said no.')).toBeVisible();
  expect(screen.getByText('None waits')).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(sent).toEqual({
    personId: 'p-77',
    address: NUMBER,
    channel: 'SMS',
    purpose: null,
    state: 'REVOKED',
    source: 'Phone call',
    evidence: 'stop texting me',
    at: null,
  });
});

it('what the ledger refuses is said in the form, where nothing typed is lost', async () => {
  server.use(http.post('/api/consents', () => problem(403, 'access.denied', 'You may not do this.')));
  renderPage(PAGE, '/outbox/consents?personId=p-77');

  await userEvent.click(await screen.findByRole('button', { name: 'Record what they said' }));
  await userEvent.selectOptions(screen.getByLabelText('What they say'), 'Yes: consent is given');
  await userEvent.type(screen.getByLabelText('Where they said it'), 'Letter');
  await userEvent.click(screen.getByRole('button', { name: 'Record' }));
  expect(await screen.findByText(/^Enter the words they agreed to/)).toBeVisible();
  await userEvent.type(screen.getByLabelText('In which words'), 'Offers, yes');
  await userEvent.click(screen.getByRole('button', { name: 'Record' }));

  expect(await screen.findByText('You may not do this.')).toBeVisible();
  expect(screen.getByLabelText('In which words')).toHaveValue('Offers, yes');
});

it('a viewer sees and records nothing', async () => {
  signInAs('VIEWER');
  serve('p-77', [texts({ answers: agreed })], [yes]);
  renderPage(PAGE, OF_NUMBER);

  expect(await screen.findAllByText('Yes, text me offers')).not.toHaveLength(0);
  expect(screen.queryByRole('button', { name: 'Record what they said' })).toBeNull();
});

it('a blocked address is said to be blocked, whatever they have said', async () => {
  const blocked = { reason: 'It is a landline.', since: '2026-05-02T09:00:00Z' };
  const refused = agreed.map((answer) => ({ ...answer, isAllowed: false }));
  serve('p-77', [texts({ blocked, answers: refused })], [yes]);
  renderPage(PAGE, OF_NUMBER);

  const region = await screen.findByRole('region', { name: `Text messages, ${NUMBER}` });
  expect(await within(region).findByText(/It is a landline/)).toBeVisible();
  expect(within(region).queryByText('May be sent')).toBeNull();
});

it('what is no address is told, and what cannot be read too', async () => {
  server.use(
    http.get('/api/consents/decisions', () => problem(400, 'consent.bad-address', 'It is neither.')),
  );
  renderPage(PAGE, '/outbox/consents?address=nonsense@');
  expect(await screen.findByText('nonsense@ is no address')).toBeVisible();

  server.use(http.get('/api/consents/decisions', () => problem(500, 'x', 'It broke.')));
  renderPage(PAGE, '/outbox/consents?personId=p-77');
  await waitFor(() => expect(screen.getByText('It broke.')).toBeVisible());
});
