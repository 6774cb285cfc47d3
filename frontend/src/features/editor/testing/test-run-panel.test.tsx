import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '@/features/editor/inspector/test-catalogue';
import type { NodeRunState } from '@/features/editor/testing/model/draft-run';
import { TestRunPanel } from '@/features/editor/testing/test-run-panel';
import { useBench } from '@/features/editor/testing/use-bench';
import type { SimulatedStep, TestResult } from '@/lib/building-types';
import type { WorkflowDefinition } from '@/lib/definition';
import { anExecution } from '@/test/samples';
import { renderPage, signInAs } from '@/test/render-page';
import { problem, server } from '@/test/server';

const { stepTypes, eventTypes } = catalogue();

const definition = {
  specVersion: '1',
  input: { type: 'object', properties: { comments: { type: 'string', examples: ['Still there?'] } } },
  nodes: [
    {
      id: 'sort',
      type: 'ai.classify',
      name: 'Sort',
      config: { text: '{{ input.comments }}', labels: ['hot', 'cold'] },
    },
    {
      id: 'mail',
      type: 'email.send',
      name: 'Write',
      config: { to: 'ana@example.test', subject: 'Hi', body: 'Hello' },
    },
    { id: 'never', type: 'flow.end', name: 'Never' },
  ],
  edges: [{ source: 'sort', sourceHandle: 'hot', target: 'mail' }],
} as unknown as WorkflowDefinition;

const step = (change: Partial<SimulatedStep>): SimulatedStep => ({
  stepRunId: 'sort',
  nodeId: 'sort',
  stepType: 'ai.classify',
  attempt: 1,
  status: 'COMPLETED',
  input: { text: 'Still there?' },
  output: { label: 'hot' },
  handles: ['hot'],
  startedAt: '2026-03-02T18:00:00Z',
  finishedAt: '2026-03-02T18:00:01Z',
  ...change,
});

const result: TestResult = {
  name: 'Test run',
  passed: true,
  failures: [],
  status: 'COMPLETED',
  output: { mail: {} },
  startedAt: '2026-03-02T18:00:00Z',
  endedAt: '2026-03-02T18:00:02Z',
  steps: [
    step({}),
    step({
      stepRunId: 'mail',
      nodeId: 'mail',
      stepType: 'email.send',
      input: { to: 'ana@example.test' },
      handles: ['out'],
    }),
  ],
};

let states: ReadonlyMap<string, NodeRunState>;
let asked: {
  definition?: WorkflowDefinition;
  cases?: { mocks?: Record<string, unknown>; input?: unknown }[];
};

beforeEach(() => {
  signInAs('BUILDER');
  states = new Map();
  window.matchMedia = (query) =>
    Object.assign(new EventTarget(), {
      matches: true,
      media: query,
      onchange: null,
    }) as unknown as MediaQueryList;
  server.use(
    http.get('/api/step-types', () => HttpResponse.json({ items: stepTypes })),
    http.get('/api/event-types', () => HttpResponse.json({ items: eventTypes })),
    http.get('/api/executions', () => HttpResponse.json({ items: [anExecution()] })),
    http.post('/api/simulations', async ({ request }) => {
      asked = (await request.json()) as typeof asked;
      return HttpResponse.json({ results: [result] });
    }),
  );
});

function Shown({ selected }: { selected: string | undefined }) {
  const bench = useBench((next) => (states = next));
  return <TestRunPanel workflowId="w1" definition={definition} selected={selected} bench={bench} />;
}

function show(selected?: string) {
  renderPage({ path: '/workflows/:id/edit', element: <Shown selected={selected} /> }, '/workflows/w1/edit');
  return userEvent.setup();
}

describe('a run of the draft', () => {
  it('answers workers with samples and shows each step and what would be sent', async () => {
    const user = show();
    await screen.findByText('Answers of 2 steps');

    await user.click(screen.getByRole('button', { name: 'Run the draft' }));

    const shown = await screen.findByRole('region', { name: 'Result of the test run' });
    expect(within(shown).getAllByText('Completed')).toHaveLength(3);
    expect(within(shown).getByText(/^2 steps, /)).toBeInTheDocument();
    expect(within(shown).getByText('Write: ana@example.test')).toBeInTheDocument();
    expect(asked.cases?.[0]).toMatchObject({
      input: { comments: 'Still there?' },
      mocks: { sort: [{ handle: 'hot', output: { label: 'hot' } }] },
    });
    expect(states.get('sort')).toMatchObject({
      status: 'COMPLETED',
      durationMs: 1000,
      output: { label: 'hot' },
    });
    expect(states.get('never')).toMatchObject({ status: 'SKIPPED' });
  });

  it('uses another way on once it is chosen, and can forget it', async () => {
    const user = show();
    await user.click(await screen.findByText('Answers of 2 steps'));

    await user.selectOptions(screen.getByLabelText('The way on from Sort'), 'cold');
    await user.click(screen.getByRole('button', { name: 'Run the draft' }));

    await waitFor(() => expect(asked.cases?.[0]?.mocks).toMatchObject({ sort: [{ handle: 'cold' }] }));
    await user.click(screen.getByRole('button', { name: 'Unpin the answer of Sort' }));
    expect(screen.getByLabelText('The way on from Sort')).toHaveValue('hot');
  });

  it('says why a draft cannot run', async () => {
    server.use(
      http.post('/api/simulations', () =>
        problem(400, 'simulation.invalid', 'Expected a sound graph, but it is none.'),
      ),
    );
    const user = show();

    await user.click(await screen.findByRole('button', { name: 'Run the draft' }));

    expect(await screen.findByText('Expected a sound graph, but it is none.')).toBeInTheDocument();
  });
});

describe('one step', () => {
  it('runs alone, with what the steps before it give, and shows what it got and gave', async () => {
    const user = show('mail');
    await user.click(await screen.findByRole('tab', { name: 'One step' }));
    expect(screen.getByLabelText('Step')).toHaveValue('mail');

    await user.click(screen.getByRole('button', { name: 'Run this step' }));

    const shown = await screen.findByRole('region', { name: 'Result of the step' });
    expect(within(shown).getByText('Completed')).toBeInTheDocument();
    expect(within(shown).getByRole('heading', { name: 'What it gets' })).toBeInTheDocument();
    expect(within(shown).getByText(/ana@example\.test/)).toBeInTheDocument();
    expect(within(shown).getByText('Nothing was sent. What it gives is a sample.')).toBeInTheDocument();
    expect(asked.definition?.nodes.map((node) => node.id)).toEqual(['sort', 'mail']);
    expect(states).toEqual(new Map([['mail', expect.objectContaining({ status: 'COMPLETED' })]]));
  });

  it('sees what is pinned, and the last test run before samples', async () => {
    const user = show('mail');
    await user.click(await screen.findByRole('button', { name: 'Run the draft' }));
    const shown = await screen.findByRole('region', { name: 'Result of the test run' });
    await user.click(within(shown).getByRole('button', { name: /^Sort/ }));
    await user.click(within(shown).getByRole('button', { name: 'Pin this output' }));

    await user.click(screen.getByRole('tab', { name: 'One step' }));
    expect(screen.getByLabelText('With the data of')).toHaveValue('past');
    expect(screen.getByText('Of steps with a pinned output, that is taken.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Run this step' }));

    await screen.findByRole('region', { name: 'Result of the step' });
    expect(asked.cases?.[0]?.mocks).toMatchObject({ sort: [{ output: { label: 'hot' } }] });
  });

  it('says why it failed', async () => {
    server.use(
      http.post('/api/simulations', () =>
        HttpResponse.json({
          results: [
            {
              ...result,
              passed: false,
              status: 'FAILED',
              steps: [
                step({
                  status: 'FAILED',
                  handles: [],
                  output: null,
                  error: { code: 'expression.failed', message: 'The text is missing.', retryable: false },
                }),
              ],
            },
          ],
        }),
      ),
    );
    const user = show('sort');
    await user.click(await screen.findByRole('tab', { name: 'One step' }));

    await user.click(screen.getByRole('button', { name: 'Run this step' }));

    expect(await screen.findByText('The text is missing.')).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'What it gives' })).not.toBeInTheDocument();
    expect(states.get('sort')).toMatchObject({ status: 'FAILED' });
  });
});

describe('the tests of the workflow', () => {
  it('are made of executions, run, and say what was otherwise', async () => {
    const held: object[] = [];
    server.use(
      http.get('/api/workflows/w1/tests', () => HttpResponse.json({ items: held })),
      http.post('/api/workflows/w1/tests/from-execution', () => {
        held.push({ id: 't1', test: { name: 'A hot lead', expect: { status: 'COMPLETED' } } });
        return HttpResponse.json(held[0], { status: 201 });
      }),
      http.post('/api/workflows/w1/test', () =>
        HttpResponse.json({
          results: [
            {
              ...result,
              name: 'A hot lead',
              passed: false,
              failures: [
                {
                  pointer: '/expect/path/0',
                  code: 'test.path',
                  message: 'Expected step "x" to run, but it did not.',
                },
              ],
            },
          ],
        }),
      ),
    );
    const user = show();
    await user.click(await screen.findByRole('tab', { name: 'Tests' }));
    expect(await screen.findByText('No tests yet')).toBeInTheDocument();

    await user.selectOptions(await screen.findByLabelText('Make a test of an execution'), 'e1');
    await user.click(screen.getByRole('button', { name: 'Make the test' }));
    await user.click(await screen.findByRole('button', { name: 'Run all with this draft' }));

    expect(await screen.findByText('0 of 1 pass')).toBeInTheDocument();
    expect(screen.getByText(/Expected step "x" to run/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show on the canvas' }));
    expect(states.get('mail')).toMatchObject({ status: 'COMPLETED' });
  });
});
