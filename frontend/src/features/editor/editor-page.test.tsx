import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as EditorPage } from '@/features/editor/editor-page';
import { stepTypes } from '@/features/editor/model/editor-samples';
import type { Workflow, WorkflowProblem } from '@/lib/api-types';
import type { WorkflowDefinition } from '@/lib/definition';
import { renderPage, signInAs } from '@/test/render-page';
import { aWorkflow } from '@/test/samples';
import { problem, server } from '@/test/server';

const PAGE = { path: '/workflows/:id/edit', Component: EditorPage };
const call = {
  id: 'call',
  type: 'human.task',
  name: 'Call them',
  config: { role: 'SALES' },
  position: { x: 0, y: 0 },
};
const one: WorkflowDefinition = { specVersion: '1', triggers: [], nodes: [call], edges: [] };

interface Saved {
  revision: string | null;
  name: string;
  definition: WorkflowDefinition;
}

/** A server with one workflow; `saved` is what it was sent. */
function serve(change: Partial<Workflow> = {}, problems: WorkflowProblem[] = []) {
  const saved: Saved[] = [];
  const stored: Workflow = {
    ...aWorkflow(),
    status: 'DRAFT',
    publishedVersion: null,
    definition: one,
    problems,
    ...change,
  };
  server.use(
    http.get('/api/step-types', () => HttpResponse.json({ items: stepTypes })),
    http.get('/api/event-types', () => HttpResponse.json({ items: [] })),
    http.get('/api/executions', () => HttpResponse.json({ items: [] })),
    http.get('/api/workflows/w1', () => HttpResponse.json(stored)),
    http.post('/api/workflows/validate', () => HttpResponse.json({ problems })),
    http.put('/api/workflows/w1', async ({ request }) => {
      const body = (await request.json()) as Saved;
      saved.push({ ...body, revision: request.headers.get('If-Match') });
      stored.revision += 1;
      return HttpResponse.json({ ...stored, ...body });
    }),
  );
  return { saved, stored };
}

async function openEditor() {
  renderPage(PAGE, '/workflows/w1/edit');
  await screen.findByRole('button', { name: 'Publish' });
}

async function openOutline() {
  await userEvent.click(screen.getByRole('button', { name: 'Outline' }));
  return screen.findByRole('tree', { name: 'Steps' });
}

async function addByKey(word: string) {
  await userEvent.keyboard('a');
  await userEvent.type(await screen.findByRole('combobox', { name: 'Add a step' }), `${word}{Enter}`);
}

beforeEach(() => signInAs('BUILDER'));

describe('the builder', () => {
  it('adds a step by the keyboard behind the last one, and saves it on the revision that it knows', async () => {
    const { saved } = serve();
    await openEditor();

    await addByKey('wait');

    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.revision).toBe('"1"');
    expect(saved[0]?.definition.nodes.map((node) => node.id)).toEqual(['call', 'wait']);
    expect(saved[0]?.definition.edges).toEqual([{ source: 'call', target: 'wait' }]);
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(window.localStorage.getItem('automatrix.draft.w1')).toBeNull();
  });

  it('takes an edit back and does it again', async () => {
    serve();
    await openEditor();
    const tree = await openOutline();

    await addByKey('wait');
    expect(await within(tree).findByRole('treeitem', { name: /^Wait/ })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Undo: Add “Wait”' }));
    expect(within(tree).queryByRole('treeitem', { name: /^Wait/ })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Redo: Add “Wait”' }));

    expect(within(tree).getByRole('treeitem', { name: /^Wait/ })).toBeInTheDocument();
    expect(await screen.findByText('Saved')).toBeVisible();
  });

  it('goes on at a step that was put in, to its settings and back, and at the one before it when it is taken away', async () => {
    serve();
    await openEditor();
    const tree = await openOutline();
    await userEvent.click(within(tree).getByRole('treeitem', { name: /^Call them/ }));

    await addByKey('wait');
    const wait = await within(tree).findByRole('treeitem', { name: /^Wait/ });
    await waitFor(() => expect(wait).toHaveFocus());
    expect(screen.getByText('“Wait” is added.')).toHaveAttribute('aria-live', 'polite');

    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(wait).toHaveFocus());

    await userEvent.keyboard('{Delete}');
    await waitFor(() => expect(within(tree).getByRole('treeitem', { name: /^Call them/ })).toHaveFocus());
  });

  it('comes back to where one was when no step is chosen after all', async () => {
    serve();
    await openEditor();
    const tree = await openOutline();
    const step = within(tree).getByRole('treeitem', { name: /^Call them/ });
    await userEvent.click(step);
    step.focus();

    await userEvent.keyboard('a');
    expect(await screen.findByRole('combobox', { name: 'Add a step' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');

    await waitFor(() => expect(step).toHaveFocus());
  });

  it('says why a draft cannot be published, and leads to the step', async () => {
    const missing: WorkflowProblem = {
      severity: 'ERROR',
      code: 'x',
      nodeId: 'call',
      message: 'Give it a title.',
    };
    serve({}, [missing]);
    await openEditor();

    await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
    const panel = await screen.findByRole('region', { name: 'Problems' });
    await userEvent.click(within(panel).getByRole('button', { name: /Give it a title/ }));

    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(await screen.findByRole('complementary', { name: 'Step' })).toBeVisible();
  });

  it('shows both drafts when somebody else has saved, and keeps what one chooses', async () => {
    const { saved, stored } = serve();
    const theirs = {
      ...stored,
      revision: 7,
      updatedBy: 'Kim',
      definition: { ...one, nodes: [{ ...call, name: 'Ring them' }] },
    };
    await openEditor();
    server.use(
      http.put('/api/workflows/w1', () => problem(412, 'workflow.stale', 'Stale.'), { once: true }),
      http.get('/api/workflows/w1', () => HttpResponse.json(theirs)),
    );

    await addByKey('wait');
    const dialog = await screen.findByRole('dialog', { name: 'Somebody else has changed this workflow' });
    expect(dialog).toHaveTextContent('Only yoursStep “Wait”');
    expect(dialog).toHaveTextContent('DifferentStep “Call them” (name)');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep mine' }));

    await waitFor(() => expect(saved.at(-1)?.revision).toBe('"7"'));
    expect(saved.at(-1)?.definition.nodes).toHaveLength(2);
  });

  it('keeps what was typed without a connection over a reload', async () => {
    const { saved } = serve();
    const draft = {
      name: 'Internet leads',
      definition: { ...one, nodes: [{ ...call, name: 'Call at once' }] },
    };
    window.localStorage.setItem('automatrix.draft.w1', JSON.stringify({ revision: 1, draft }));

    await openEditor();

    expect(await screen.findByText('Changes that had not been saved are back.')).toBeVisible();
    await waitFor(() => expect(saved[0]?.definition.nodes[0]?.name).toBe('Call at once'));
  });

  it('says that it is offline, and saves when the connection is back', async () => {
    const { saved } = serve();
    await openEditor();
    server.use(http.put('/api/workflows/w1', () => HttpResponse.error(), { once: true }));

    await addByKey('wait');
    expect(await screen.findByText('Offline, kept in this browser')).toBeVisible();
    window.dispatchEvent(new Event('online'));

    await waitFor(() => expect(saved).toHaveLength(1));
  });

  it('makes an event start the workflow', async () => {
    const { saved } = serve();
    server.use(
      http.get('/api/event-types', () =>
        HttpResponse.json({ items: [{ type: 'com.automatrix.lead.received.v1', title: 'Lead received' }] }),
      ),
    );
    await openEditor();
    await openOutline();

    await userEvent.click(screen.getByRole('button', { name: 'What starts it' }));
    await userEvent.click(await screen.findByRole('button', { name: 'When something happens' }));
    await screen.findByRole('option', { name: 'Lead received' });
    await userEvent.selectOptions(screen.getByLabelText('Event'), 'Lead received');

    await waitFor(() =>
      expect(saved.at(-1)?.definition.triggers).toEqual([
        { id: 'event', type: 'event', eventType: 'com.automatrix.lead.received.v1' },
      ]),
    );
  });

  it('compares a version with the draft and brings it back', async () => {
    const { saved } = serve({ publishedVersion: 1 });
    const before = { ...one, nodes: [{ ...call, name: 'As it was' }] };
    server.use(
      http.get('/api/workflows/w1/versions', () =>
        HttpResponse.json({
          items: [
            {
              workflowId: 'w1',
              version: 1,
              publishedAt: '2026-05-01T14:00:00Z',
              publishedBy: 'Kim',
              note: 'First',
            },
          ],
        }),
      ),
      http.get('/api/workflows/w1/versions/1', () =>
        HttpResponse.json({ workflowId: 'w1', version: 1, name: 'Internet leads', definition: before }),
      ),
      http.get('/api/workflows/w1/versions/1/diff/draft', () =>
        HttpResponse.json({
          from: '1',
          to: 'draft',
          summary: ['“Call them” has another name.'],
          about: [],
          input: [],
          settings: [],
          layout: [],
          other: [],
          steps: {
            added: [],
            removed: [],
            changed: [
              {
                id: 'call',
                name: 'Call them',
                fields: [{ pointer: '/name', change: 'CHANGED', before: 'As it was', after: 'Call them' }],
              },
            ],
          },
          edges: { added: [], removed: [], changed: [] },
          triggers: { added: [], removed: [], changed: [] },
          notes: { added: [], removed: [], changed: [] },
        }),
      ),
      http.post('/api/workflows/w1/versions/1/restore', () =>
        HttpResponse.json({ ...aWorkflow(), revision: 9, definition: before, problems: [] }),
      ),
    );
    await openEditor();
    const tree = await openOutline();

    await userEvent.click(screen.getByRole('button', { name: 'Versions' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Compare with the draft' }));
    expect(await screen.findByText('“Call them” has another name.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Restore' }));

    expect(await within(tree).findByRole('treeitem', { name: /^As it was/ })).toBeInTheDocument();
    await addByKey('wait');
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.revision).toBe('"9"');
    expect(saved[0]?.definition.nodes.map((node) => node.name)).toEqual(['As it was', 'Wait']);
  });

  it('adds a note by the keyboard, takes its text and colour, and lists it in the outline', async () => {
    const { saved } = serve();
    await openEditor();
    await openOutline();

    await userEvent.keyboard('n');
    const text = await screen.findByRole('textbox', { name: 'Text' });
    await waitFor(() => expect(text).toHaveFocus());
    await userEvent.keyboard('Ask Kim{Enter}before this changes.');
    await userEvent.click(screen.getByRole('radio', { name: 'Blue' }));

    const notes = screen.getByRole('region', { name: 'Notes' });
    expect(within(notes).getByRole('button', { name: 'Ask Kim' })).toHaveAttribute('aria-pressed', 'true');
    await waitFor(() =>
      expect(saved.at(-1)?.definition.notes).toMatchObject([
        { id: 'note', text: 'Ask Kim\nbefore this changes.', colour: 'BLUE' },
      ]),
    );

    await userEvent.click(within(notes).getByRole('button', { name: 'Ask Kim' }));
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(screen.queryByRole('region', { name: 'Notes' })).not.toBeInTheDocument();
  });

  it('says with a hint that a workflow has no steps yet', async () => {
    const empty: WorkflowProblem = {
      severity: 'ERROR',
      code: 'graph.empty',
      nodeId: null,
      pointer: '/nodes',
      message: 'The workflow has no steps.',
    };
    serve({ definition: { ...one, nodes: [] } }, [empty]);
    await openEditor();

    await userEvent.click(screen.getByRole('button', { name: '1 hint' }));
    expect(screen.getByText('Add a first step.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Publish' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('changes nothing for somebody who may only look', async () => {
    signInAs('VIEWER');
    serve();
    renderPage(PAGE, '/workflows/w1/edit');

    expect(await screen.findByText('Only to look at')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Publish' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Add a step' })).not.toBeInTheDocument();
  });

  it('shows every key', async () => {
    serve();
    await openEditor();

    await userEvent.keyboard('?');

    expect(await screen.findByRole('dialog', { name: 'Keyboard map' })).toHaveTextContent('Duplicate');
    expect(screen.getByText('Zoom in').nextSibling).toHaveTextContent('+');
  });
});
