import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as EditorPage } from '@/features/editor/editor-page';
import { stepTypes } from '@/features/editor/model/editor-samples';
import type { WorkflowDefinition } from '@/lib/definition';
import { renderPage, signInAs } from '@/test/render-page';
import { aWorkflow } from '@/test/samples';
import { problem, server } from '@/test/server';

const NAME = { name: 'Name of the workflow' };
const WISH = { name: 'What should be different?' };
const PAGE = { path: '/workflows/:id/edit', Component: EditorPage };
const call = {
  id: 'call',
  type: 'human.task',
  name: 'Call them',
  config: { role: 'SALES' },
  position: { x: 0, y: 0 },
};
const one: WorkflowDefinition = { specVersion: '1', triggers: [], nodes: [call], edges: [] };
const proposed: WorkflowDefinition = {
  ...one,
  nodes: [call, { id: 'wait', type: 'flow.wait', name: 'Wait 2 days', config: { duration: 'P2D' } }],
  edges: [{ source: 'call', target: 'wait' }],
};
const draft = {
  basis: 'model',
  name: 'Call and wait',
  definition: proposed,
  explanation: 'It waits two days after the call.',
  problems: [],
  rounds: 1,
  parameters: [],
  alternatives: [],
  notes: [],
};

let saved: WorkflowDefinition[] = [];
let asked: unknown = null;
let stored = storedWith(one);

function storedWith(definition: WorkflowDefinition) {
  return { ...aWorkflow(), status: 'DRAFT', publishedVersion: null, definition, problems: [] };
}

beforeEach(() => {
  signInAs('BUILDER');
  saved = [];
  asked = null;
  stored = storedWith(one);
  server.use(
    http.get('/api/step-types', () => HttpResponse.json({ items: stepTypes })),
    http.get('/api/event-types', () => HttpResponse.json({ items: [] })),
    http.get('/api/executions', () => HttpResponse.json({ items: [] })),
    http.get('/api/workflows/w1', () => HttpResponse.json(stored)),
    http.post('/api/workflows/validate', () => HttpResponse.json({ problems: [] })),
    http.put('/api/workflows/w1', async ({ request }) => {
      const body = (await request.json()) as { definition: WorkflowDefinition };
      saved.push(body.definition);
      stored.revision += 1;
      return HttpResponse.json({ ...stored, ...body });
    }),
  );
});

function answer(body: object) {
  server.use(
    http.post('/api/ai/draft-workflow', async ({ request }) => {
      asked = await request.json();
      return HttpResponse.json(body);
    }),
  );
}

async function openPanel(wish = WISH) {
  renderPage(PAGE, '/workflows/w1/edit');
  await userEvent.click(await screen.findByRole('button', { name: 'Build with words' }));
  return screen.findByRole('textbox', wish);
}

async function propose() {
  await userEvent.type(await openPanel(), 'Wait two days after it');
  await userEvent.click(screen.getByRole('button', { name: 'Propose' }));
}

describe('building with words', () => {
  it('shows what would change, and takes it as one edit that can be undone', async () => {
    answer(draft);
    await propose();

    const proposal = await screen.findByRole('region', { name: 'Proposal' });
    expect(within(proposal).getByText('It waits two days after the call.')).toBeVisible();
    expect(within(proposal).getByText('Step “Wait 2 days”')).toBeVisible();
    expect(asked).toMatchObject({
      description: 'Wait two days after it',
      definition: { nodes: [{ id: 'call' }] },
    });
    expect(saved).toEqual([]);

    await userEvent.click(screen.getByRole('button', { name: 'Accept' }));

    await waitFor(() => expect(saved.at(-1)?.nodes.map((node) => node.id)).toEqual(['call', 'wait']));
    await userEvent.click(screen.getByRole('button', { name: 'Undo: Build with words' }));
    await waitFor(() => expect(saved.at(-1)?.nodes.map((node) => node.id)).toEqual(['call']));
  });

  it('leaves the draft alone when the proposal is discarded, and keeps the words', async () => {
    answer(draft);
    await propose();

    await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));

    expect(await screen.findByRole('textbox', WISH)).toHaveValue('Wait two days after it');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDisabled();
    expect(saved).toEqual([]);
  });

  it('says that a template stands in for a model, and what is still missing', async () => {
    answer({
      ...draft,
      basis: 'template',
      notes: ['Expected an AI provider, but none is set.'],
      problems: [{ severity: 'ERROR', code: 'credential.unknown', message: 'There is no credential “crm”.' }],
      parameters: [{ name: 'days', title: 'Days', value: 2, words: 'two days' }],
      alternatives: [{ slug: 'recall', name: 'Recall outreach', summary: '' }],
    });
    await propose();

    expect(await screen.findByText('Expected an AI provider, but none is set.')).toBeVisible();
    expect(screen.getByText('There is no credential “crm”.')).toBeVisible();
    expect(screen.getByText('2, from “two days”')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Recall outreach' })).toHaveAttribute(
      'href',
      '/templates/recall',
    );
    expect(screen.getByRole('link', { name: 'Which AI models there are' })).toBeVisible();
  });

  it('says in a sentence why there is no proposal, and keeps the words', async () => {
    server.use(
      http.post('/api/ai/draft-workflow', () =>
        problem(409, 'ai.no-draft', 'Expected a draft, but there is none.'),
      ),
    );
    await propose();

    expect(await screen.findByText('Expected a draft, but there is none.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'a template' })).toBeVisible();
    expect(screen.getByRole('textbox', WISH)).toHaveValue('Wait two days after it');
  });

  it('leaves a workflow that has steps its name', async () => {
    answer(draft);
    await propose();
    await userEvent.click(await screen.findByRole('button', { name: 'Accept' }));

    expect(screen.getByRole('textbox', NAME)).toHaveValue('Internet leads');
  });

  it('names what is built from nothing', async () => {
    stored = storedWith({ ...one, nodes: [] });
    answer(draft);
    await openPanel({ name: 'What should happen?' });
    await userEvent.type(screen.getByRole('textbox', { name: 'What should happen?' }), 'Call');
    await userEvent.click(screen.getByRole('button', { name: 'Propose' }));
    expect(await screen.findByText('The workflow would be called “Call and wait”.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Accept' }));

    expect(screen.getByRole('textbox', NAME)).toHaveValue('Call and wait');
  });

  it('lets nothing be done to the draft while a proposal covers it', async () => {
    answer(draft);
    await propose();
    await userEvent.click(await screen.findByRole('button', { name: 'Accept' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    answer({ ...draft, definition: one });
    await userEvent.type(screen.getByRole('textbox', WISH), 'Wait no more');
    await userEvent.click(screen.getByRole('button', { name: 'Propose' }));
    const accept = await screen.findByRole('button', { name: 'Accept' });
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDisabled();

    await userEvent.keyboard('{Control>}z{/Control}');
    await userEvent.click(accept);

    await userEvent.click(screen.getByRole('button', { name: 'Undo: Build with words' }));
    expect(screen.getByRole('button', { name: 'Undo: Build with words' })).toBeEnabled();
  });

  it('explains the draft without the names that programs use', async () => {
    await openPanel();
    await userEvent.click(screen.getByRole('tab', { name: 'Explain' }));

    const told = await screen.findByRole('list', { name: 'What it does' });
    expect(told).toHaveTextContent('Call them: Asks Sales to do it');
    expect(told).not.toHaveTextContent('human.task');
  });
});
