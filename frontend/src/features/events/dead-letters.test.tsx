import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as EventTypePage } from '@/features/events/event-type-page';
import { curlOf } from '@/features/events/model/webhooks';
import { exampleOf, fieldsIn, schemaOf, type OwnField } from '@/features/events/model/own-type';
import { eventRoutes } from '@/features/events/routes';
import { renderPage, signInAs } from '@/test/render-page';
import { problem, server } from '@/test/server';

const PAGES = { children: [...eventRoutes, { path: '/event-types/:type', Component: EventTypePage }] };

const letter = {
  id: 'd1',
  topic: 'dealership.sales',
  partition: 0,
  offset: 7,
  at: '2026-05-01T14:00:00Z',
  reason: 'Expected data of a lead, but /dealerId is missing.',
  eventType: 'com.automatrix.lead.received.v1',
  bytes: 20,
  state: 'OPEN',
  isEdited: false,
};
const TEXT = '{"leadId":"L-1"}';

let sent: unknown[];

beforeEach(() => {
  signInAs('OPERATOR');
  sent = [];
  server.use(
    http.get('/api/dead-letters', () => HttpResponse.json({ items: [letter, { ...letter, id: 'd2' }] })),
    http.get('/api/dead-letters/topics', () =>
      HttpResponse.json({ items: [{ topic: 'dealership.sales', open: 2 }] }),
    ),
    http.get('/api/dead-letters/d1', () =>
      HttpResponse.json({ summary: letter, headers: [{ name: 'ce_type', value: 'x' }], text: TEXT }),
    ),
    http.post('/api/dead-letters/d1/:what', async ({ request, params }) => {
      sent.push([params.what, await request.json()]);
      return HttpResponse.json(letter);
    }),
    http.post('/api/dead-letters/replay', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({
        items: [
          { id: 'd1', isReplayed: true },
          { id: 'd2', isReplayed: false, message: 'It was replayed already.' },
        ],
      });
    }),
  );
});

describe('dead letters', () => {
  it('several are replayed at once, and what was refused says so', async () => {
    renderPage(PAGES, '/dead-letters');
    await userEvent.click(await screen.findByLabelText('Choose all that are shown'));
    await userEvent.click(screen.getByRole('button', { name: 'Replay 2 records' }));

    expect(await screen.findByText('1 record sent again.')).toBeVisible();
    expect(await screen.findByText('It was replayed already.')).toBeVisible();
    expect(sent).toEqual([{ ids: ['d1', 'd2'] }]);
  });

  it('who may not operate sees them, and cannot choose any', async () => {
    signInAs('VIEWER');
    renderPage(PAGES, '/dead-letters');

    expect(await screen.findAllByRole('link', { name: 'Lead received' })).toHaveLength(2);
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('none is good news, and a failure can be tried again', async () => {
    server.use(http.get('/api/dead-letters', () => problem(503, 'away', 'The list is away.')));
    renderPage(PAGES, '/dead-letters');
    expect(await screen.findByText('The list is away.')).toBeVisible();

    server.use(http.get('/api/dead-letters', () => HttpResponse.json({ items: [] })));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Everything was processed')).toBeVisible();
  });

  it('one is replayed as it came', async () => {
    const router = renderPage(PAGES, '/dead-letters/d1');
    expect(await screen.findByText(letter.reason)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Replay as it came' }));

    await waitFor(() => expect(router.state.location.pathname).toBe('/dead-letters'));
    expect(sent).toEqual([['replay', {}]]);
  });

  it('one is discarded after a question', async () => {
    const router = renderPage(PAGES, '/dead-letters/d1');
    await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Discard' }));

    await waitFor(() => expect(router.state.location.pathname).toBe('/dead-letters'));
    expect(sent).toEqual([['discard', {}]]);
  });
});

describe('live events', () => {
  const event = {
    topic: 'dealership.sales',
    partition: 0,
    offset: 3,
    arrivedAt: '2026-05-01T14:00:00Z',
    isReadable: true,
    eventId: 'e-1',
    type: 'com.automatrix.lead.received.v1',
    source: '/website',
    data: { leadId: 'L-77' },
    isHidden: false,
  };

  it('an event that arrives can be opened and used as a test event', async () => {
    const asked: string[] = [];
    server.use(
      http.get('/api/events/tail', ({ request }) => {
        asked.push(new URL(request.url).search);
        return new HttpResponse(`id: p:1\nevent: event\ndata: ${JSON.stringify(event)}\n\n`, {
          headers: { 'Content-Type': 'text/event-stream' },
        });
      }),
      http.get('/api/event-types/:type', () =>
        HttpResponse.json({
          type: event.type,
          title: 'Lead received',
          category: 'sales',
          topic: 'dealership.sales',
          description: '',
          own: false,
          schema: {},
          example: { leadId: 'example' },
        }),
      ),
      http.get('/api/triggers', () => HttpResponse.json({ items: [] })),
    );
    renderPage(PAGES, '/live-events?type=lead');
    await userEvent.click(await screen.findByRole('button', { name: /Lead received/ }));
    await userEvent.click(screen.getByRole('link', { name: 'Use as test event' }));

    await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Data').value).toContain('L-77'));
    expect(asked[0]).toBe('?type=lead');
  });

  it('says when the server does not answer, instead of that nothing has arrived', async () => {
    server.use(http.get('/api/events/tail', () => new HttpResponse(null, { status: 503 })));
    renderPage(PAGES, '/live-events');

    const title = 'The events cannot be followed right now';
    expect(await screen.findByText(title, undefined, { timeout: 10_000 })).toBeVisible();
    expect(screen.queryByText('Updated every few seconds')).not.toBeInTheDocument();
  });

  it('while it is paused, what arrives waits', async () => {
    server.use(http.get('/api/events/tail', () => new HttpResponse(null, { status: 403 })));
    renderPage(PAGES, '/live-events');
    expect(await screen.findByText('The events cannot be followed')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));

    expect(await screen.findByText(/Paused. 0 events came meanwhile/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
  });
});

describe('own event types', () => {
  it('one is added with a table of fields', async () => {
    signInAs('ADMIN');
    server.use(
      http.get('/api/event-types', () => HttpResponse.json({ items: [] })),
      http.post('/api/event-types', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ type: 'com.lakeside.wash.v1', title: 'Car wash done' });
      }),
      http.get('/api/event-types/com.lakeside.wash.v1', () => new HttpResponse(null, { status: 404 })),
    );
    const router = renderPage(PAGES, '/event-types/new');
    await userEvent.type(await screen.findByLabelText('Title'), 'Car wash done');
    await userEvent.type(screen.getByLabelText('Type'), 'com.automatrix.wash');
    expect(screen.getByText(/are the product’s/)).toBeVisible();
    await userEvent.clear(screen.getByLabelText('Type'));
    await userEvent.type(screen.getByLabelText('Type'), 'com.lakeside.wash.v1');
    await userEvent.type(screen.getByLabelText('Topic'), 'carwash');
    await userEvent.click(screen.getByRole('button', { name: 'Add a field' }));
    await userEvent.type(screen.getByLabelText('Field 1: name'), 'bay');
    await userEvent.selectOptions(screen.getByLabelText('Field 1: type'), 'Integer');
    await userEvent.click(screen.getByRole('button', { name: 'Make an example of the fields' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add the event type' }));

    await waitFor(() => expect(router.state.location.pathname).toBe('/event-types/com.lakeside.wash.v1'));
    expect(sent).toEqual([
      {
        type: 'com.lakeside.wash.v1',
        title: 'Car wash done',
        topic: 'dealership.carwash',
        description: '',
        schema: { type: 'object', properties: { bay: { type: 'integer' } }, required: ['bay'] },
        example: { bay: 1 },
      },
    ]);
  });

  it('fields and schema say the same; what fields cannot say stays JSON', () => {
    const fields: OwnField[] = [
      { name: 'bay', type: 'integer', required: true, description: 'Which bay' },
      { name: 'at', type: 'date-time', required: false, description: '' },
    ];

    expect(fieldsIn(schemaOf(fields))).toEqual(fields);
    expect(Object.keys(exampleOf(fields))).toEqual(['bay', 'at']);
    expect(fieldsIn({ type: 'object', oneOf: [] })).toBeNull();
    expect(fieldsIn({ type: 'object', properties: { a: { type: 'string', minLength: 1 } } })).toBeNull();
  });
});

it('a webhook shows its address and a call, and gets another address', async () => {
  signInAs('BUILDER');
  const webhook = {
    id: 'h1',
    workflowId: 'w1',
    workflowName: 'Web form',
    triggerId: 'form',
    path: '/api/webhooks/abc',
    proof: 'TOKEN',
    answer: 'ACCEPTED',
    active: true,
    createdAt: '2026-05-01T14:00:00Z',
  };
  server.use(
    http.get('/api/webhooks', () => HttpResponse.json({ items: [webhook] })),
    http.post('/api/webhooks/h1/rotate', () => {
      sent.push('rotated');
      return HttpResponse.json(webhook);
    }),
  );
  renderPage(PAGES, '/webhooks');
  expect(await screen.findByText(/\/api\/webhooks\/abc$/)).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'New address' }));
  await userEvent.click(screen.getByRole('button', { name: 'Make a new address' }));
  await waitFor(() => expect(sent).toEqual(['rotated']));
  expect(curlOf({ proof: 'TOKEN' }, 'https://x/api/webhooks/abc')).toContain('$TOKEN_HEADER');
});
