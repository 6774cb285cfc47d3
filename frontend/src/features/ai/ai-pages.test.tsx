import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { Component as CallPage } from '@/features/ai/call-page';
import { Component as CallsPage } from '@/features/ai/calls-page';
import { Component as ModelsPage } from '@/features/ai/models-page';
import { Component as PromptPage } from '@/features/ai/prompt-page';
import { Component as PromptsPage } from '@/features/ai/prompts-page';
import { Component as UsagePage } from '@/features/ai/usage-page';
import type { AiCallDetail, BudgetUse, Prompt, UsageReport } from '@/lib/ai-types';
import { renderPage, signInAs } from '@/test/render-page';
import { problem, server } from '@/test/server';

const prompt: Prompt = {
  id: 'p1',
  name: 'Answer a lead',
  description: 'The first answer',
  version: 2,
  createdAt: '2026-05-01T14:00:00Z',
  changedAt: '2026-05-01T15:00:00Z',
  changedBy: 'Ana Ruiz',
  content: {
    instructions: 'Be {{ tone }}.',
    variables: { type: 'object', properties: { tone: { enum: ['kind'] }, comments: { type: 'string' } } },
  },
};
const call: AiCallDetail = {
  id: 'c1',
  startedAt: '2026-05-01T14:00:00Z',
  latencyMs: 1200,
  purpose: 'ai.generate',
  provider: 'openai',
  model: 'gpt-5-mini',
  executionId: 'e1',
  round: 1,
  outcome: 'answered',
  degraded: false,
  promptTokens: 900,
  completionTokens: 100,
  cost: 0.0023,
  hash: 'abc123',
  hasFullText: false,
  messages: [{ role: 'DATA', text: 'Hi, I am [[CUSTOMER_1]]' }],
  answer: 'Hello [[CUSTOMER_1]]',
};
const sum = { calls: 12, failures: 1, promptTokens: 5000, completionTokens: 700, cost: 1.25 };
const usage: UsageReport = {
  from: '2026-04-02',
  to: '2026-05-01',
  timeZone: 'America/New_York',
  byDay: [{ key: '2026-05-01', ...sum }],
  byWorkflow: [{ key: 'w1', ...sum }],
  byModel: [{ key: 'openai/gpt-5-mini', ...sum }],
  byPrompt: [],
};
const budget: BudgetUse = {
  period: 'MONTH',
  maxCost: 50,
  whenUsedUp: 'STOP',
  startsOn: '2026-05-01',
  cost: 45,
  calls: 300,
};
const models = [
  { id: 'openai/gpt-5-mini', provider: 'openai', model: 'gpt-5-mini', byDefault: true, local: false },
  { id: 'local/default', provider: 'local', model: 'default', byDefault: false, local: true },
];

const PROMPTS = { path: '/ai/prompts', Component: PromptsPage };
const PROMPT = { path: '/ai/prompts/:id', Component: PromptPage };
const USAGE = { path: '/ai/usage', Component: UsagePage };
const CALLS = { path: '/ai/calls', Component: CallsPage };

beforeEach(() => {
  signInAs('ADMIN');
  server.use(
    http.get('/api/prompts', () => HttpResponse.json({ items: [prompt] })),
    http.get('/api/prompts/p1', () => HttpResponse.json(prompt)),
    http.get('/api/ai/models', () => HttpResponse.json(models)),
    http.get('/api/ai/usage', () => HttpResponse.json(usage)),
    http.get('/api/ai/budgets', () => HttpResponse.json([budget])),
    http.get('/api/ai/calls', () => HttpResponse.json({ items: [call] })),
    http.get('/api/ai/calls/c1', () => HttpResponse.json(call)),
    http.get('/api/workflows', () => HttpResponse.json({ items: [{ id: 'w1', name: 'Answer leads' }] })),
  );
});

it('the prompts are listed, and only builders may add one', async () => {
  renderPage(PROMPTS, '/ai/prompts');
  expect(await screen.findByRole('link', { name: 'Answer a lead' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'New prompt' })).toBeVisible();

  server.use(http.get('/api/prompts', () => problem(400, 'x', 'It broke.')));
  signInAs('VIEWER');
  renderPage(PROMPTS, '/ai/prompts');
  expect(await screen.findByText('It broke.')).toBeVisible();
});

it('a changed prompt is saved on the version it was made from, and refused at the field', async () => {
  let sent: unknown = null;
  server.use(
    http.put('/api/prompts/p1', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(
        {
          title: 'Bad Request',
          status: 400,
          code: 'prompt.invalid',
          detail: 'Expected a prompt that can be used, but it cannot.',
          violations: [
            {
              pointer: '/content/instructions',
              code: 'prompt.unknown-variable',
              message: 'There is no {{ x }}.',
            },
          ],
        },
        { status: 400, headers: { 'content-type': 'application/problem+json' } },
      );
    }),
  );
  renderPage(PROMPT, '/ai/prompts/p1');
  const text = await screen.findByLabelText('Instructions');
  await userEvent.type(text, ' Please.');
  await userEvent.click(screen.getByRole('button', { name: 'Save as a new version' }));

  expect(await screen.findByText('There is no {{ x }}.')).toBeVisible();
  expect(sent).toMatchObject({ basedOn: 2, content: { instructions: 'Be {{ tone }}. Please.' } });
});

it('variables that are no JSON cannot be saved', async () => {
  renderPage(PROMPT, '/ai/prompts/p1');
  await userEvent.clear(await screen.findByLabelText('Variables'));

  expect(screen.getByText('Expected a JSON object, but this is none.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Save as a new version' })).toBeDisabled();
});

it('several models answer side by side, each with its cost or its failure', async () => {
  let asked: unknown = null;
  server.use(
    http.post('/api/prompts/p1/try', async ({ request }) => {
      asked = await request.json();
      return HttpResponse.json([
        {
          model: 'openai/gpt-5-mini',
          text: 'Hello!',
          usage: { promptTokens: 1, completionTokens: 1, cost: 0.01 },
          latencyMs: 900,
        },
        { model: 'local/default', latencyMs: 2, code: 'ai.not-able', message: 'It cannot write.' },
      ]);
    }),
  );
  renderPage(PROMPT, '/ai/prompts/p1');
  await userEvent.click(await screen.findByRole('tab', { name: 'Try out' }));
  await userEvent.click(await screen.findByRole('checkbox', { name: 'local/default' }));
  await userEvent.click(screen.getByRole('button', { name: 'Try out' }));

  expect(await screen.findByText('Hello!')).toBeVisible();
  expect(screen.getByText('It cannot write.')).toBeVisible();
  expect(asked).toMatchObject({
    models: ['openai/gpt-5-mini', 'local/default'],
    variables: { tone: 'kind', comments: '' },
  });
});

it('versions are compared, and the workflows that use a prompt are named', async () => {
  const version = { content: prompt.content, createdAt: '2026-05-01T14:00:00Z', createdBy: 'Ana Ruiz' };
  server.use(
    http.get('/api/prompts/p1/versions', () =>
      HttpResponse.json([
        { version: 2, note: 'Kinder', ...version },
        { version: 1, ...version },
      ]),
    ),
    http.get('/api/prompts/p1/diff', () =>
      HttpResponse.json([{ name: 'instructions', lines: [{ change: 'ADDED', text: 'Be kind.' }] }]),
    ),
    http.get('/api/prompts/p1/uses', () =>
      HttpResponse.json([{ workflowId: 'w1', version: 2, calls: 7, lastAt: '2026-05-01T14:00:00Z' }]),
    ),
  );
  renderPage(PROMPT, '/ai/prompts/p1');
  await userEvent.click(await screen.findByRole('tab', { name: 'Versions' }));
  expect(await screen.findByText(/\+ Be kind\./)).toBeVisible();

  await userEvent.click(screen.getByRole('tab', { name: 'Used by' }));
  expect(await screen.findByRole('link', { name: 'Answer leads' })).toBeVisible();
});

it('the usage shows numbers, a table in place of the chart, and how much of a budget is used', async () => {
  renderPage(USAGE, '/ai/usage');
  expect(await screen.findByText('Nearly used up.', { exact: false })).toBeVisible();
  expect(screen.getByRole('meter')).toHaveAttribute('aria-valuenow', '90');
  expect(await screen.findByText('5,700', { selector: 'dd' })).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Show the table' }));

  const table = screen.getByRole('table', { name: 'By day' });
  expect(within(table).getByText('2026-05-01')).toBeVisible();
});

it('an administrator changes the budgets', async () => {
  let sent: unknown = null;
  server.use(
    http.put('/api/ai/budgets', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json([{ ...budget, maxCost: 80 }]);
    }),
  );
  renderPage(USAGE, '/ai/usage');
  await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
  const dollars = screen.getByLabelText('Dollars');
  await userEvent.clear(dollars);
  await userEvent.type(dollars, '80');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toEqual([{ period: 'MONTH', maxCost: 80, whenUsedUp: 'STOP' }]));
  expect(await screen.findByRole('button', { name: 'Change' })).toBeVisible();
});

it('calls are listed and one shows what the model saw', async () => {
  renderPage(CALLS, '/ai/calls');
  expect(await screen.findByRole('link', { name: 'Generate' })).toBeVisible();

  renderPage({ path: '/ai/calls/:id', Component: CallPage }, '/ai/calls/c1');
  expect(await screen.findByText('Hello [[CUSTOMER_1]]')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open' })).toHaveAttribute('href', '/executions/e1');
});

it('lists say when there is nothing yet', async () => {
  server.use(
    http.get('/api/prompts', () => HttpResponse.json({ items: [] })),
    http.get('/api/ai/calls', () => HttpResponse.json({ items: [] })),
  );
  renderPage(PROMPTS, '/ai/prompts');
  expect(await screen.findByText('No prompt yet')).toBeVisible();
  renderPage(CALLS, '/ai/calls');
  expect(await screen.findByText('No model was asked yet')).toBeVisible();
});

it('calls that a filter leaves none of lead back to all of them', async () => {
  server.use(
    http.get('/api/ai/calls', ({ request }) =>
      HttpResponse.json({ items: new URL(request.url).searchParams.has('outcome') ? [] : [call] }),
    ),
  );
  renderPage(CALLS, '/ai/calls?outcome=ai.invalid-output');
  await userEvent.click(await screen.findByRole('button', { name: 'Clear the filters' }));

  expect(await screen.findByRole('link', { name: 'Generate' })).toBeVisible();
});

it('models say which one is asked by default and which runs here', async () => {
  renderPage({ path: '/ai/models', Component: ModelsPage }, '/ai/models');
  expect(await screen.findByText('By default')).toBeVisible();
  expect(screen.getByText('Runs here, nothing leaves')).toBeVisible();
});
