import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { Component as InboxPage } from '@/features/inbox/inbox-page';
import { Component as TaskPage } from '@/features/inbox/task-page';
import type { TaskDetail } from '@/lib/api-types';
import { renderPage, signInAs } from '@/test/render-page';
import { aTask } from '@/test/samples';
import { problem, server } from '@/test/server';

const LIST = { path: '/inbox', Component: InboxPage };
const ONE = { path: '/inbox/:id', Component: TaskPage };

const detail: TaskDetail = {
  task: aTask(),
  context: { listPrice: 21000, customer: { name: 'Ada' } },
  mayAct: true,
};

function shows(change: Partial<TaskDetail>) {
  server.use(http.get('/api/tasks/t1', () => HttpResponse.json({ ...detail, ...change })));
}

/** What is sent when somebody decides. */
function decisions(): unknown[] {
  const sent: unknown[] = [];
  server.use(
    http.post('/api/tasks/t1/decide', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ ...detail, task: aTask({ state: 'DONE' }) });
    }),
  );
  return sent;
}

beforeEach(() => {
  signInAs('VIEWER');
  shows({});
});

it('the list shows whose tasks one asks for, and keeps it in the address', async () => {
  const asked: string[] = [];
  server.use(
    http.get('/api/tasks', ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json({ items: [aTask({ dueAt: '2020-01-01T00:00:00Z' })] });
    }),
  );
  const router = renderPage(LIST, '/inbox');

  expect(await screen.findByRole('link', { name: 'Send this price?' })).toBeVisible();
  expect(screen.getByText(/^Overdue by/)).toBeVisible();
  expect(screen.getByText('Sales manager')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: 'Everyone’s' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Overdue' }));

  await waitFor(() => expect(asked.at(-1)).toContain('overdue=true'));
  expect(asked[0]).toContain('scope=mine&state=OPEN');
  expect(router.state.location.search).toBe('?scope=all&show=overdue');
});

it('an empty list says whether there is anything for others, and a failed one why', async () => {
  server.use(
    http.get('/api/tasks/counts', () => HttpResponse.json({ mine: 0, claimed: 0, overdue: 0, all: 2 })),
  );
  renderPage(LIST, '/inbox');
  expect(await screen.findByText('2 open tasks are for other people.')).toBeVisible();

  server.use(http.get('/api/tasks', () => problem(400, 'x', 'It broke.')));
  renderPage(LIST, '/inbox');
  expect(await screen.findByText('It broke.')).toBeVisible();
});

it('those that allow it are approved together', async () => {
  let sent: unknown = null;
  server.use(
    http.get('/api/tasks', () =>
      HttpResponse.json({ items: [aTask({ bulk: true }), aTask({ id: 't2', title: 'Look at me' })] }),
    ),
    http.post('/api/tasks/decide', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ items: [{ id: 't1', isDecided: true }] });
    }),
  );
  renderPage(LIST, '/inbox');

  await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose “Send this price?”' }));
  expect(screen.queryByRole('checkbox', { name: 'Choose “Look at me”' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Approve 1 approval' }));

  await waitFor(() => expect(sent).toEqual({ ids: ['t1'], outcome: 'APPROVED' }));
  expect(await screen.findByText('1 approval given.')).toBeVisible();
});

it('an approval shows its context in words and is given with a comment', async () => {
  const sent = decisions();
  const router = renderPage(ONE, '/inbox/t1');
  const user = userEvent.setup();

  expect(await screen.findByText('21,000')).toBeVisible();
  expect(screen.getByText('List price')).toBeVisible();
  expect(screen.getByText('Ada')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Internet leads' })).toHaveAttribute('href', '/executions/e1');
  await user.type(screen.getByLabelText(/^Comment/), 'Fair price');
  await user.click(screen.getByRole('button', { name: 'Approve' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/inbox'));
  expect(sent).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as string,
      outcome: 'APPROVED',
      comment: 'Fair price',
    },
  ]);
});

it('A and R go to the buttons, and a key that is typed decides nothing', async () => {
  const sent = decisions();
  renderPage(ONE, '/inbox/t1');
  const user = userEvent.setup();
  await screen.findByRole('button', { name: 'Reject' });

  await user.keyboard('a');
  expect(screen.getByRole('button', { name: 'Approve' })).toHaveFocus();
  await user.keyboard('r');
  expect(screen.getByRole('button', { name: 'Reject' })).toHaveFocus();
  expect(sent).toEqual([]);
  await user.keyboard('{Enter}');

  await waitFor(() => expect(sent).toMatchObject([{ outcome: 'REJECTED' }]));
});

it('who is too late hears who was faster, and sees it', async () => {
  server.use(
    http.post('/api/tasks/t1/decide', () => {
      const at = '2026-05-01T15:00:00Z';
      shows({
        task: aTask({ state: 'DONE', closing: { at, outcome: 'REJECTED', name: 'Kim', comment: 'No' } }),
      });
      return problem(409, 'task.already-decided', 'Expected the task to be open, but Kim decided.');
    }),
  );
  renderPage(ONE, '/inbox/t1');

  await userEvent.click(await screen.findByRole('button', { name: 'Approve' }));

  expect(await screen.findByText(/^Rejected by Kim/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
});

it('a form is made from its schema, and what does not fit stands at its field', async () => {
  shows({
    task: aTask({ kind: 'TASK', hasForm: true }),
    instructions: 'Ask for the mileage.',
    form: {
      type: 'object',
      required: ['reached', 'miles'],
      properties: {
        reached: { type: 'boolean', title: 'Reached' },
        miles: { type: 'integer', title: 'Miles' },
        note: { type: 'string', title: 'Note' },
      },
    },
  });
  const violation = { pointer: '/answer/note', code: 'answer.x', message: 'Too rude.' };
  const sent: unknown[] = [];
  server.use(
    http.post('/api/tasks/t1/decide', async ({ request }) => {
      sent.push(await request.json());
      return problem(400, 'task.invalid-answer', 'No.', [violation]);
    }),
  );
  renderPage(ONE, '/inbox/t1');
  const user = userEvent.setup();

  expect(await screen.findByText('Ask for the mileage.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Mark as done' }));
  expect(screen.getByLabelText('Miles')).toHaveAccessibleDescription('Miles is needed.');
  await user.type(screen.getByLabelText('Miles'), '38200');
  await user.type(screen.getByLabelText(/^Note/), 'Hm');
  await user.click(screen.getByRole('button', { name: 'Mark as done' }));

  await waitFor(() =>
    expect(sent).toMatchObject([{ outcome: 'DONE', answer: { reached: false, miles: 38200, note: 'Hm' } }]),
  );
  await waitFor(() => expect(screen.getByLabelText(/^Note/)).toHaveAccessibleDescription('Too rude.'));
});

it('a task is claimed, and handed on to somebody', async () => {
  let to: unknown = null;
  server.use(
    http.post('/api/tasks/t1/claim', () =>
      HttpResponse.json({
        ...detail,
        task: aTask({ claim: { by: 'u1', name: 'Ana Ruiz', at: '2026-05-01T14:00:00Z' } }),
      }),
    ),
    http.post('/api/tasks/t1/reassign', async ({ request }) => {
      to = await request.json();
      return HttpResponse.json({ ...detail, task: aTask({ assignee: 'kim@example.test' }), mayAct: false });
    }),
  );
  renderPage(ONE, '/inbox/t1');
  const user = userEvent.setup();

  await user.click(await screen.findByRole('button', { name: 'Claim' }));
  expect(await screen.findByRole('button', { name: 'Release' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Hand on' }));
  await user.type(screen.getByLabelText(/^Person/), 'kim@example.test');
  await user.click(screen.getAllByRole('button', { name: 'Hand on' }).at(-1)!);

  await waitFor(() => expect(to).toEqual({ role: 'SALES_MANAGER', assignee: 'kim@example.test' }));
  expect(await screen.findByText(/^Only somebody with the role/)).toBeVisible();
});

it('a task is not handed on to somebody who is not there, and colleagues are offered', async () => {
  const message = 'Expected the e-mail address of somebody who may sign in, but nobody here has it.';
  server.use(
    http.get('/api/users/colleagues', () =>
      HttpResponse.json({ items: [{ email: 'kim@example.test', name: 'Kim', groups: ['BDC'] }] }),
    ),
    http.post('/api/tasks/t1/reassign', () =>
      problem(400, 'task.unknown-person', message, [
        { pointer: '/assignee', code: 'task.unknown-person', message },
      ]),
    ),
  );
  renderPage(ONE, '/inbox/t1');
  await userEvent.click(await screen.findByRole('button', { name: 'Hand on' }));
  const person = screen.getByLabelText(/^Person/);
  const offered = () => [...((person as HTMLInputElement).list?.options ?? [])].map((one) => one.label);
  await waitFor(() => expect(offered()).toEqual(['Kim, BDC']));

  await userEvent.type(person, 'kin@example.test');
  await userEvent.click(screen.getAllByRole('button', { name: 'Hand on' }).at(-1)!);

  await waitFor(() => expect(person).toHaveAccessibleDescription(new RegExp(message)));
});

it('asks before a comment is lost', async () => {
  const router = renderPage(ONE, '/inbox/t1');
  await userEvent.type(await screen.findByLabelText(/^Comment/), 'Too cheap');

  await userEvent.click(screen.getByRole('link', { name: 'Inbox' }));

  await userEvent.click(await screen.findByRole('button', { name: 'Stay here' }));
  expect(router.state.location.pathname).toBe('/inbox/t1');
  expect(screen.getByLabelText(/^Comment/)).toHaveValue('Too cheap');
});

it('a task that another has claimed cannot be decided', async () => {
  shows({ task: aTask({ claim: { by: 'u2', name: 'Kim', at: '2026-05-01T14:00:00Z' } }) });
  renderPage(ONE, '/inbox/t1');

  expect(await screen.findByText(/Kim has claimed this/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
});

it('a task that is not there says so', async () => {
  server.use(http.get('/api/tasks/t1', () => problem(404, 'task.not-found', 'There is none.')));
  renderPage(ONE, '/inbox/t1');

  expect(await screen.findByText('There is none.')).toBeVisible();
});
