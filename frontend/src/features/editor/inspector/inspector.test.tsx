import { useState } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { Inspector } from '@/features/editor/inspector/inspector';
import { catalogue } from '@/features/editor/inspector/test-catalogue';
import { useBench } from '@/features/editor/testing/use-bench';
import type { WorkflowProblem } from '@/lib/api-types';
import type { WorkflowDefinition } from '@/lib/definition';
import { renderPage, signInAs } from '@/test/render-page';
import { server } from '@/test/server';

const { stepTypes, eventTypes } = catalogue();

beforeEach(() => {
  signInAs('BUILDER');
  server.use(
    http.get('/api/step-types', () => HttpResponse.json({ items: stepTypes })),
    http.get('/api/event-types', () => HttpResponse.json({ items: eventTypes })),
    http.get('/api/credentials', () => HttpResponse.json({ items: [{ name: 'inventory' }] })),
    http.get('/api/tables', () => HttpResponse.json({ items: [{ name: 'customers' }] })),
    http.get('/api/workflows', () => HttpResponse.json({ items: [] })),
    http.get('/api/prompts', () => HttpResponse.json({ items: [] })),
    http.get('/api/ai/models', () => HttpResponse.json([])),
    http.get('/api/executions', () => HttpResponse.json({ items: [] })),
    http.get('/api/schedules/preview', () =>
      HttpResponse.json({ timeZone: 'America/New_York', next: ['2026-03-09T12:30:00Z'] }),
    ),
    http.post('/api/expressions/evaluate', () => HttpResponse.json({ value: 'Zoë', type: 'string' })),
  );
});

interface Shown {
  definition: WorkflowDefinition;
  selection?: string[];
  problems?: WorkflowProblem[];
}

const renamed: [string, string][] = [];
let latest: WorkflowDefinition;

function Holder({ definition, selection = [], problems = [] }: Shown) {
  const [held, setHeld] = useState(definition);
  const bench = useBench(() => undefined);
  return (
    <Inspector
      definition={held}
      selection={selection}
      problems={problems}
      readOnly={false}
      onChange={(next) => {
        latest = next;
        setHeld(next);
      }}
      onRename={(from, to) => renamed.push([from, to])}
      bench={bench}
    />
  );
}

function show(shown: Shown) {
  latest = shown.definition;
  renderPage({ path: '/workflows/:id/edit', element: <Holder {...shown} /> }, '/workflows/w1/edit');
  return userEvent.setup();
}

const workflow = (...nodes: object[]) =>
  ({ specVersion: '1', nodes, edges: [] }) as unknown as WorkflowDefinition;
const configOf = (at = 0) => latest.nodes[at]?.config;

describe('the inspector of a step', () => {
  it.each(stepTypes.map((type) => [type.type, type] as const))(
    'shows the settings of %s by its schema',
    async (_, type) => {
      show({ definition: workflow({ id: 'it', type: type.type, config: type.example }), selection: ['it'] });

      expect(await screen.findByText(type.title, { selector: 'span' })).toBeInTheDocument();
      for (const [name, property] of Object.entries(
        (type.configSchema.properties ?? {}) as Record<
          string,
          { title?: string; 'x-ui'?: { section?: string } }
        >,
      )) {
        if (property['x-ui']?.section !== 'advanced')
          expect(screen.getAllByText(property.title ?? name).length).toBeGreaterThan(0);
      }
      expect(configOf()).toEqual(type.example);
    },
  );

  it('changes a condition by its rows', async () => {
    const node = { id: 'if', type: 'flow.if', config: { condition: "{{ input.channel = 'SMS' }}" } };
    const triggers = [{ id: 'lead', type: 'event', eventType: 'com.automatrix.lead.received.v1' }];
    const user = show({
      definition: { ...workflow(node), triggers } as WorkflowDefinition,
      selection: ['if'],
    });

    await user.selectOptions(await screen.findByLabelText('Condition, row 1: what is asked'), 'is not');
    const value = screen.getByLabelText('Condition, row 1: value');
    expect(within(value).getByRole('option', { name: 'SMS' })).toBeInTheDocument();
    await user.selectOptions(value, 'FORM');
    await user.click(screen.getByRole('button', { name: 'Add a row' }));
    await user.click(screen.getByRole('button', { name: 'Condition, row 2, field: choose' }));
    await user.click(await screen.findByRole('treeitem', { name: /^Lead id/ }));
    await user.selectOptions(screen.getByLabelText('Condition, row 2: what is asked'), 'is given');

    expect(configOf()).toEqual({ condition: "{{ input.channel != 'FORM' and $exists(input.leadId) }}" });
  });

  it('leaves a row out of a condition until it says with what to compare', async () => {
    const node = { id: 'if', type: 'flow.if', config: { condition: "{{ input.score = '' }}" } };
    const input = { type: 'object', properties: { score: { type: 'number' } } };
    const user = show({ definition: { ...workflow(node), input }, selection: ['if'] });

    expect(await screen.findByText(/asks whether the field is an empty text/)).toBeVisible();
    await user.selectOptions(screen.getByLabelText('Condition, row 1: what is asked'), 'is more than');
    expect(screen.getByText(/until then this row does not count/)).toBeVisible();
    expect(configOf()).toEqual({});
    await user.type(screen.getByLabelText('Condition, row 1: value'), '70');

    expect(configOf()).toEqual({ condition: '{{ input.score > 70 }}' });
    expect(screen.queryByText(/does not count/)).not.toBeInTheDocument();
  });

  it('shows a value as it comes where the schema lists none', async () => {
    const input = { type: 'object', properties: { transport: { type: 'string', examples: ['WAIT'] } } };
    const node = { id: 'if', type: 'flow.if', config: { condition: "{{ input.transport = '' }}" } };
    show({ definition: { ...workflow(node), input }, selection: ['if'] });

    expect(await screen.findByPlaceholderText('Such as WAIT')).toHaveValue('');
  });

  it('offers the stored prompts and the models that there are', async () => {
    server.use(
      http.get('/api/prompts', () => HttpResponse.json({ items: [{ id: 'p1', name: 'Kind answer' }] })),
      http.get('/api/ai/models', () =>
        HttpResponse.json([
          { id: 'openai/gpt-5-mini', provider: 'openai', model: 'gpt-5-mini', byDefault: true, local: false },
          { id: 'local/bge', provider: 'local', model: 'bge', byDefault: false, local: true },
        ]),
      ),
    );
    const node = { id: 'say', type: 'ai.summarize', config: { text: '{{ input.comments }}' } };
    const user = show({ definition: workflow(node), selection: ['say'] });

    await user.click(await screen.findByRole('button', { name: 'More settings' }));
    await screen.findByRole('option', { name: 'Kind answer' });
    await user.selectOptions(screen.getByLabelText(/^Prompt/), 'Kind answer');
    await waitFor(() =>
      expect(
        [...document.querySelectorAll('datalist option')].map((one) => one.getAttribute('value')),
      ).toEqual(expect.arrayContaining(['openai/gpt-5-mini', 'local'])),
    );

    expect(configOf()).toEqual({ text: '{{ input.comments }}', promptRef: { id: 'p1' } });
  });

  it('shows what counts where nothing is set', async () => {
    const node = { id: 'say', type: 'ai.summarize', config: { text: 'Hello' } };
    const user = show({ definition: workflow(node), selection: ['say'] });

    expect(await screen.findByLabelText(/^Length/)).toHaveDisplayValue('Paragraph (as usual)');
    await user.click(screen.getByRole('button', { name: 'More settings' }));
    await user.click(screen.getByLabelText('Only given facts'));

    expect(screen.getByPlaceholderText('2000')).toHaveValue('');
    expect(configOf()).toEqual({ text: 'Hello', policy: { facts: false } });
  }, 30_000);

  it('runs the step alone, beside its settings', async () => {
    const ran = { stepRunId: 'if', nodeId: 'if', stepType: 'flow.if', attempt: 1, status: 'COMPLETED' };
    server.use(
      http.post('/api/simulations', () =>
        HttpResponse.json({
          results: [{ status: 'COMPLETED', failures: [], steps: [{ ...ran, handles: ['false'] }] }],
        }),
      ),
    );
    const node = { id: 'if', type: 'flow.if', config: { condition: "{{ input.channel = 'SMS' }}" } };
    const user = show({ definition: workflow(node), selection: ['if'] });

    await user.click(await screen.findByRole('tab', { name: 'Try it' }));
    await user.click(screen.getByRole('button', { name: 'Run this step' }));

    expect(await screen.findByText('Goes on by “No”')).toBeInTheDocument();
  });

  it('keeps a condition that rows cannot show', async () => {
    const condition = '{{ $lowercase(input.channel) = $x }}';
    const user = show({
      definition: workflow({ id: 'if', type: 'flow.if', config: { condition } }),
      selection: ['if'],
    });

    await user.click(await screen.findByRole('radio', { name: 'Choose' }));

    expect(screen.getByText(/stays an expression/)).toBeInTheDocument();
    expect(configOf()).toEqual({ condition });
  });

  it('shows a problem at its field and how many there are', async () => {
    show({
      definition: workflow({ id: 'ask', type: 'ai.classify', config: { text: 'x' } }),
      selection: ['ask'],
      problems: [
        {
          severity: 'ERROR',
          code: 'a',
          nodeId: 'ask',
          pointer: '/nodes/0/config/labels',
          message: 'Expected labels, but there are none.',
        },
      ],
    });

    const problem = await screen.findByText('Expected labels, but there are none.');
    expect(problem.closest('div')).toHaveTextContent('Labels');
    expect(screen.getByRole('tab', { name: 'Settings 1 problem' })).toBeInTheDocument();
  });

  it('refuses an id that is taken and renames by one that is free', async () => {
    const user = show({
      definition: workflow({ id: 'one', type: 'flow.end' }, { id: 'two', type: 'flow.end' }),
      selection: ['one'],
    });

    const id = await screen.findByLabelText('Id');
    await user.clear(id);
    await user.type(id, 'two');
    expect(screen.getByText('Another step is called so already.')).toBeInTheDocument();
    await user.type(id, 'nd{Enter}');

    expect(renamed.at(-1)).toEqual(['one', 'twond']);
  });

  it('edits labels, their meanings and examples', async () => {
    const user = show({
      definition: workflow({ id: 'ask', type: 'ai.classify', config: { text: 'x', labels: ['hot'] } }),
      selection: ['ask'],
    });

    await user.click(await screen.findByRole('button', { name: 'Add label' }));
    await user.type(screen.getByLabelText('Label 2'), 'cold');
    await user.type(screen.getByLabelText('When label 2 fits'), 'Later');

    expect(configOf()).toMatchObject({ labels: ['hot', { label: 'cold', description: 'Later' }] });
  });

  it('makes a schema of a table of fields', async () => {
    const user = show({
      definition: workflow({ id: 'task', type: 'human.task', config: { role: 'SALES' } }),
      selection: ['task'],
    });

    const form = (await screen.findByText('Form')).closest('div')!;
    await user.click(within(form).getByRole('button', { name: 'Add field' }));
    await user.selectOptions(screen.getByLabelText('Kind of field 1'), 'Number');
    await user.click(screen.getByLabelText('Must be there'));

    expect(configOf()).toEqual({
      role: 'SALES',
      form: { type: 'object', properties: { field1: { type: 'number' } }, required: ['field1'] },
    });
  });

  it('calls roles as people do', async () => {
    const user = show({
      definition: workflow({ id: 'task', type: 'human.task', config: { role: 'SALES' } }),
      selection: ['task'],
    });

    const role = await screen.findByLabelText('Role');
    expect(role).toHaveValue('Sales');
    await user.clear(role);
    await user.type(role, 'Sales manager');

    expect(configOf()).toEqual({ role: 'SALES_MANAGER' });
  });

  it('sets retries, the timeout and what undoes it', async () => {
    const user = show({
      definition: workflow({ id: 'mail', type: 'email.send', config: {} }),
      selection: ['mail'],
    });

    await user.click(await screen.findByRole('tab', { name: /Reliability/ }));
    await user.type(screen.getByLabelText(/Attempts in all/), '5');
    await user.type(screen.getByLabelText(/Timeout/), '2');
    await user.selectOptions(screen.getByLabelText('If it fails for good'), 'Go on without a result');
    await user.selectOptions(screen.getByLabelText(/Undone by/), 'Send a text message');

    expect(latest.nodes[0]).toMatchObject({
      retry: { maxAttempts: 5 },
      timeout: 'PT2M',
      onError: 'CONTINUE',
      compensation: { type: 'sms.send' },
    });
  });

  it('shows what the step can use and copies a path by keyboard', async () => {
    const user = show({ definition: workflow({ id: 'end', type: 'flow.end' }), selection: ['end'] });

    await user.click(await screen.findByRole('tab', { name: 'Data' }));
    const tree = screen.getByRole('tree', { name: 'Data in scope' });
    within(tree)
      .getByRole('treeitem', { name: /^The dealership/ })
      .focus();
    await user.keyboard('{ArrowRight}{ArrowDown}{Enter}');

    expect(await screen.findByText('{{ vars.name }}')).toBeInTheDocument();
  });
});

describe('the inspector of the workflow', () => {
  it('adds and changes what starts it', async () => {
    const user = show({ definition: workflow() });

    await user.click(await screen.findByRole('button', { name: 'At certain times' }));
    expect(await screen.findByText(/Mar 9/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'When something happens' }));
    await user.selectOptions(await screen.findByLabelText('Event'), 'com.automatrix.lead.received.v1');

    expect(latest.triggers).toEqual([
      { id: 'schedule', type: 'schedule', cron: '0 9 * * MON-FRI' },
      { id: 'event', type: 'event', eventType: 'com.automatrix.lead.received.v1' },
    ]);
  });

  it('sets what holds for the whole execution', async () => {
    const user = show({ definition: workflow() });

    await user.click(await screen.findByRole('tab', { name: 'Settings' }));
    await user.type(screen.getByLabelText(/At most/), '3');

    expect(latest.settings).toEqual({ concurrency: { limit: 3 } });
  });
});

describe('the inspector of several steps', () => {
  it('changes all of them at once', async () => {
    const user = show({
      definition: workflow({ id: 'a', type: 'email.send' }, { id: 'b', type: 'sms.send', timeout: 'PT1M' }),
      selection: ['a', 'b'],
    });

    expect(await screen.findByText('They differ.')).toBeInTheDocument();
    await user.type(screen.getByLabelText(/Attempts in all/), '4');

    await waitFor(() =>
      expect(latest.nodes.map((node) => node.retry)).toEqual([{ maxAttempts: 4 }, { maxAttempts: 4 }]),
    );
  });
});
