import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { Component as CallPage } from '@/features/ai/call-page';
import { Component as PromptPage } from '@/features/ai/prompt-page';
import type { AiCallSummary, Prompt, PromptCases, PromptRun, StoredPromptCase } from '@/lib/ai-types';
import { renderPage, signInAs } from '@/test/render-page';
import { problem, server } from '@/test/server';

const prompt: Prompt = {
  id: 'p1',
  name: 'Answer a lead',
  description: '',
  version: 2,
  createdAt: '2026-05-01T14:00:00Z',
  changedAt: '2026-05-01T15:00:00Z',
  changedBy: 'Ana Ruiz',
  content: {
    instructions: 'Answer kindly.',
    variables: { type: 'object', properties: { comments: { type: 'string' } } },
  },
};
const stored = (id: string, name: string, more: object = {}): StoredPromptCase => ({
  id,
  test: { name, variables: { comments: 'Is the Civic there?' }, expect: { contains: ['Civic'] }, ...more },
  createdAt: '2026-05-01T15:00:00Z',
  changedAt: '2026-05-01T15:00:00Z',
  changedBy: 'Ana Ruiz',
});
const named = stored('t1', 'Names the car');
const exact = stored('t2', 'Says yes', { expect: { exactly: 'Yes.' } });
const outcome = {
  model: 'openai/gpt-5-mini',
  text: 'The Civic is here.',
  latencyMs: 900,
  usage: { promptTokens: 10, completionTokens: 5, cost: 0.01 },
};
const run: PromptRun = {
  startedAt: '2026-05-01T16:00:00Z',
  startedBy: 'Ana Ruiz',
  version: 1,
  model: 'openai/gpt-5-mini',
  usage: { promptTokens: 20, completionTokens: 10, cost: 0.02 },
  results: [
    { id: 't1', name: 'Names the car', passed: true, failures: [], difference: [], outcome },
    {
      id: 't2',
      name: 'Says yes',
      passed: false,
      failures: [{ pointer: '/expect/exactly', message: 'Expected exactly another answer, but it differs.' }],
      difference: [
        { change: 'REMOVED', text: 'Yes.' },
        { change: 'ADDED', text: 'The Civic is here.' },
      ],
      outcome,
    },
  ],
};
const call: AiCallSummary = {
  id: 'c1',
  startedAt: '2026-05-01T14:00:00Z',
  latencyMs: 1200,
  purpose: 'ai.generate',
  provider: 'openai',
  model: 'gpt-5-mini',
  prompt: 'p1',
  promptVersion: 1,
  round: 1,
  outcome: 'answered',
  degraded: false,
  promptTokens: 900,
  completionTokens: 100,
  hash: 'abc123',
  hasFullText: false,
};

const PROMPT = { path: '/ai/prompts/:id', Component: PromptPage };
const TESTS = '/ai/prompts/p1?part=tests';

let cases: PromptCases;

beforeEach(() => {
  signInAs('BUILDER');
  cases = { items: [named, exact] };
  server.use(
    http.get('/api/prompts/p1', () => HttpResponse.json(prompt)),
    http.get('/api/prompts/p1/cases', () => HttpResponse.json(cases)),
    http.get('/api/ai/models', () =>
      HttpResponse.json([
        { id: 'openai/gpt-5-mini', provider: 'openai', model: 'gpt-5-mini', byDefault: true, local: false },
      ]),
    ),
    http.get('/api/ai/calls', () => HttpResponse.json({ items: [call] })),
    http.get('/api/ai/calls/c1', () => HttpResponse.json({ ...call, messages: [], answer: 'Yes.' })),
  );
});

it('a run against a version and a model says what passed, what it cost, and how the others differ', async () => {
  let asked: unknown = null;
  server.use(
    http.post('/api/prompts/p1/cases/run', async ({ request }) => {
      asked = await request.json();
      cases = { ...cases, lastRun: run };
      return HttpResponse.json(run);
    }),
  );
  renderPage(PROMPT, TESTS);
  expect(await screen.findAllByText('Not run yet')).toHaveLength(2);
  await userEvent.selectOptions(screen.getByLabelText('Version'), '1');
  await userEvent.selectOptions(await screen.findByLabelText('Model'), 'openai/gpt-5-mini');
  await userEvent.click(screen.getByRole('button', { name: 'Run all tests' }));

  expect(await screen.findByText('1 of 2 passed')).toBeVisible();
  expect(asked).toEqual({ version: 1, model: 'openai/gpt-5-mini' });
  expect(screen.getByRole('status')).toHaveTextContent('Version 1openai/gpt-5-mini30 tokens, $0.02');
  const why = screen.getByRole('list', { name: 'Why “Says yes” failed' });
  expect(within(why).getByText('Expected exactly another answer, but it differs.')).toBeVisible();
  expect(screen.getByLabelText('Differences of “Says yes”')).toHaveTextContent('− Yes.+ The Civic is here.');
});

it('a run that fails as a whole says why, and the last one stays', async () => {
  cases = { ...cases, lastRun: run };
  server.use(
    http.post('/api/prompts/p1/cases/run', () => problem(504, 'gateway.timeout', 'It took too long.')),
  );
  renderPage(PROMPT, TESTS);
  await userEvent.click(await screen.findByRole('button', { name: 'Run all tests' }));

  expect(await screen.findByText('It took too long.')).toBeVisible();
  expect(screen.getByText('1 of 2 passed')).toBeVisible();
});

it('the result of a test that was changed since is not shown', async () => {
  cases = { items: [{ ...named, changedAt: '2026-05-01T17:00:00Z' }], lastRun: run };
  renderPage(PROMPT, TESTS);

  expect(await screen.findByText('Changed since')).toBeVisible();
  expect(screen.queryByText('Passed')).not.toBeInTheDocument();
});

it('a test is written, and what is left empty is not expected', async () => {
  cases = { items: [] };
  let sent: unknown = null;
  server.use(
    http.post('/api/prompts/p1/cases', async ({ request }) => {
      sent = await request.json();
      cases = { items: [named] };
      return HttpResponse.json(named, { status: 201 });
    }),
  );
  renderPage(PROMPT, TESTS);
  expect(await screen.findByText('No tests yet')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Write a test' }));
  await userEvent.type(screen.getByLabelText('Name'), 'Names the car');
  await userEvent.type(screen.getByLabelText(/The answer contains/), 'Civic{enter}here');
  await userEvent.click(screen.getByRole('button', { name: 'Save test' }));

  expect(await screen.findByRole('heading', { name: 'Names the car' })).toBeVisible();
  expect(sent).toEqual({
    name: 'Names the car',
    variables: { comments: '' },
    expect: { contains: ['Civic', 'here'] },
  });
});

it('a refused test says so at its values, and nothing typed is lost', async () => {
  server.use(
    http.put('/api/prompts/p1/cases/t1', () =>
      problem(400, 'prompt.bad-variables', 'Expected values that fit.', [
        { pointer: '/variables/comments', code: 'prompt.type', message: 'Expected a text.' },
      ]),
    ),
  );
  renderPage(PROMPT, TESTS);
  await userEvent.click(await screen.findByRole('button', { name: 'Edit “Names the car”' }));
  await userEvent.type(screen.getByLabelText(/Its label is/), 'hot');
  await userEvent.click(screen.getByRole('button', { name: 'Save test' }));

  expect(await screen.findByText('Expected a text.')).toBeVisible();
  expect(screen.getByLabelText(/Its label is/)).toHaveValue('hot');
});

it('a test is removed after a question', async () => {
  server.use(
    http.delete('/api/prompts/p1/cases/t1', () => {
      cases = { items: [exact] };
      return new HttpResponse(null, { status: 204 });
    }),
  );
  renderPage(PROMPT, TESTS);
  await userEvent.click(await screen.findByRole('button', { name: 'Remove “Names the car”' }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove test' }));

  await waitFor(() => expect(screen.queryByText('Names the car')).not.toBeInTheDocument());
  expect(screen.getByText('Says yes')).toBeVisible();
});

it('a test is made of a past call, and opened to say what is expected', async () => {
  let asked: unknown = null;
  const made = stored('t3', 'Call of May 1', { expect: {}, earlier: 'Yes, it is here.' });
  server.use(
    http.post('/api/prompts/p1/cases/from-call', async ({ request }) => {
      asked = await request.json();
      cases = { items: [...cases.items, made] };
      return HttpResponse.json(made, { status: 201 });
    }),
  );
  renderPage(PROMPT, TESTS);
  await userEvent.click(await screen.findByRole('button', { name: 'From a past call' }));
  await userEvent.click(await screen.findByRole('button', { name: /^Make a test of the call/ }));

  const dialog = await screen.findByRole('dialog', { name: 'Edit test' });
  expect(within(dialog).getByText('Yes, it is here.')).toBeVisible();
  expect(asked).toMatchObject({ callId: 'c1' });
});

it('a call of the log becomes a test of its prompt', async () => {
  server.use(http.post('/api/prompts/p1/cases/from-call', () => HttpResponse.json(named, { status: 201 })));
  const router = renderPage({ path: '/ai/calls/:id', Component: CallPage }, '/ai/calls/c1');
  await userEvent.click(await screen.findByRole('button', { name: 'Make a test of this' }));

  await waitFor(() =>
    expect(router.state.location.pathname + router.state.location.search).toBe(
      '/ai/prompts/p1?part=tests&test=t1',
    ),
  );
});

it('who may only look sees the tests and their last run', async () => {
  signInAs('VIEWER');
  cases = { ...cases, lastRun: run };
  renderPage(PROMPT, TESTS);

  expect(await screen.findByText('1 of 2 passed')).toBeVisible();
  for (const name of ['Run all tests', 'Write a test', 'From a past call', 'Edit “Names the car”']) {
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
  }
});

it('tests that cannot be read are asked for again', async () => {
  server.use(http.get('/api/prompts/p1/cases', () => problem(503, 'x', 'The service is away.')));
  renderPage(PROMPT, TESTS);

  expect(await screen.findByText('The service is away.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});
