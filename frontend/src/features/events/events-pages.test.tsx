import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { Component as EventTypePage } from '@/features/events/event-type-page';
import { Component as EventTypesPage } from '@/features/events/event-types-page';
import type { EventType } from '@/lib/api-types';
import { renderPage, signInAs } from '@/test/render-page';
import { problem, server } from '@/test/server';

const lead: EventType = {
  type: 'com.automatrix.lead.received.v1',
  title: 'Lead received',
  category: 'sales',
  topic: 'dealership.sales',
  description: 'A lead came in.',
  own: false,
  schema: {
    type: 'object',
    required: ['leadId'],
    properties: { leadId: { type: 'string', description: "The lead's id." } },
  },
  example: { leadId: 'L-9001' },
};
const wash: EventType = {
  ...lead,
  type: 'com.lakeside.wash.v1',
  title: 'Car wash done',
  category: 'carwash',
  topic: 'dealership.carwash',
  own: true,
};

const LIST = { path: '/event-types', Component: EventTypesPage };
const ONE = { path: '/event-types/:type', Component: EventTypePage };
const AT = `/event-types/${lead.type}`;

beforeEach(() => {
  signInAs('OPERATOR');
  server.use(
    http.get('/api/event-types', () => HttpResponse.json({ items: [lead, wash] })),
    http.get(`/api/event-types/${lead.type}`, () => HttpResponse.json(lead)),
    http.get('/api/triggers', () =>
      HttpResponse.json({
        items: [
          {
            workflowId: 'w1',
            workflowName: 'Internet leads',
            version: 1,
            triggerId: 't',
            type: 'event',
            eventType: lead.type,
            active: false,
            activeSince: '2026-05-01T14:00:00Z',
          },
          {
            workflowId: 'w2',
            workflowName: 'Parts',
            version: 1,
            triggerId: 't',
            type: 'webhook',
            active: true,
            activeSince: '2026-05-01T14:00:00Z',
          },
        ],
      }),
    ),
  );
});

it('the catalogue narrows to a category and keeps it in the address', async () => {
  const router = renderPage(LIST, '/event-types');
  expect(await screen.findByRole('link', { name: 'Lead received' })).toBeVisible();

  await userEvent.click(screen.getByRole('radio', { name: 'Carwash' }));

  expect(screen.queryByRole('link', { name: 'Lead received' })).not.toBeInTheDocument();
  expect(screen.getByText('Your own')).toBeVisible();
  expect(router.state.location.search).toBe('?category=carwash');
});

it('the catalogue says when nothing matches, when there is nothing, and when it failed', async () => {
  renderPage(LIST, '/event-types?query=zeppelin');
  expect(await screen.findByText('Nothing matches')).toBeVisible();

  server.use(http.get('/api/event-types', () => HttpResponse.json({ items: [] })));
  renderPage(LIST, '/event-types');
  expect(await screen.findByText('No event types here yet')).toBeVisible();

  server.use(http.get('/api/event-types', () => problem(400, 'x', 'It broke.')));
  renderPage(LIST, '/event-types');
  expect(await screen.findByText('It broke.')).toBeVisible();
});

it('an event type shows its fields, its example, how to send it and what it starts', async () => {
  renderPage(ONE, AT);

  const fields = await screen.findByRole('table', { name: 'Fields' });
  expect(within(fields).getByText("The lead's id.")).toBeVisible();
  expect(within(fields).getByText('required')).toBeVisible();
  expect(await screen.findByRole('link', { name: 'Internet leads' })).toHaveAttribute(
    'href',
    '/workflows/w1',
  );
  expect(screen.getByText('paused')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Parts' })).not.toBeInTheDocument();

  await userEvent.click(screen.getByRole('tab', { name: 'How to send it' }));
  expect(screen.getByText(/curl -X POST/)).toBeVisible();
  await userEvent.click(screen.getByRole('tab', { name: 'Python' }));
  expect(screen.getByText(/confluent_kafka/)).toBeVisible();
});

it('a test event is sent as another system would send it', async () => {
  let sent: { type: string | null; id: string | null; data: unknown } | null = null;
  server.use(
    http.post('/api/events', async ({ request }) => {
      sent = {
        type: request.headers.get('ce-type'),
        id: request.headers.get('ce-id'),
        data: await request.json(),
      };
      return HttpResponse.json({ accepted: 1, refused: 0, results: [] }, { status: 202 });
    }),
  );
  renderPage(ONE, AT);

  await userEvent.click(await screen.findByRole('button', { name: 'Send the event' }));

  expect(await screen.findByText(/The event was taken/)).toBeVisible();
  expect(sent).toEqual({
    type: lead.type,
    id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    data: lead.example,
  });
});

it('a test event is filled in by fields, and what does not fit stands at its field', async () => {
  const sent: unknown[] = [];
  const violation = { pointer: '/leadId', code: 'event-data.x', message: 'Expected another lead.' };
  server.use(
    http.post('/api/events', async ({ request }) => {
      sent.push(await request.json());
      return problem(400, 'event.invalid', 'None can be taken.', [violation]);
    }),
  );
  renderPage(ONE, AT);
  const field = await screen.findByLabelText('Lead id');
  expect(field).toHaveValue('L-9001');

  await userEvent.clear(field);
  await userEvent.click(screen.getByRole('button', { name: 'Send the event' }));
  expect(field).toHaveAccessibleDescription(/Lead id is needed/);
  expect(sent).toEqual([]);

  await userEvent.type(field, 'L-7');
  await userEvent.click(screen.getByRole('button', { name: 'Send the event' }));
  await waitFor(() => expect(field).toHaveAccessibleDescription(/Expected another lead/));
  expect(sent).toEqual([{ leadId: 'L-7' }]);
});

it('what does not fit is said by the server, and what is no JSON is not sent', async () => {
  const violation = {
    pointer: '/leadId',
    code: 'event-data.wrong-type',
    message: 'Expected leadId to be text.',
  };
  let requests = 0;
  server.use(
    http.post('/api/events', () => {
      requests += 1;
      return problem(400, 'event.invalid', 'None can be taken.', [violation]);
    }),
  );
  renderPage(ONE, AT);
  await userEvent.click(await screen.findByRole('tab', { name: 'JSON' }));
  const box = await screen.findByLabelText('Data');

  await userEvent.clear(box);
  await userEvent.type(box, '{{"leadId": 7}');
  await userEvent.click(screen.getByRole('button', { name: 'Send the event' }));
  expect(await screen.findByText('Expected leadId to be text.')).toBeVisible();
  expect(screen.getByText('/leadId')).toBeVisible();

  await userEvent.type(box, '}');
  expect(screen.getByText(/This is not JSON yet/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Send the event' })).toBeDisabled();
  await waitFor(() => expect(requests).toBe(1));
});

it('a viewer reads and sends nothing', async () => {
  signInAs('VIEWER');
  renderPage(ONE, AT);

  expect(await screen.findByText(/Ask an operator/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Send the event' })).not.toBeInTheDocument();
});
