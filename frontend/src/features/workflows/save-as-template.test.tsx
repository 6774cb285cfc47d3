import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as WorkflowsPage } from '@/features/workflows/workflows-page';
import { renderPage, signInAs } from '@/test/render-page';
import { aWorkflow, definition } from '@/test/samples';
import { problem, server } from '@/test/server';

const LIST = { path: '/workflows', Component: WorkflowsPage };
const TEST = { name: 'A lead at night', expect: { status: 'COMPLETED' } };

function serve(templates: object[] = []) {
  const workflow = aWorkflow({ description: 'Answers a lead.', category: 'SALES' });
  server.use(
    http.get('/api/workflows', () => HttpResponse.json({ items: [workflow] })),
    http.get('/api/workflows/w1/export', () =>
      HttpResponse.json({ name: 'Internet leads', category: 'SALES', definition, tests: [TEST] }),
    ),
    http.get('/api/templates', () => HttpResponse.json({ items: templates })),
  );
}

/** Takes what is saved, as the given version. */
function take(version: number, status = 201) {
  const sent: unknown[] = [];
  server.use(
    http.post('/api/templates', async ({ request }) => {
      const document = (await request.json()) as object;
      sent.push(document);
      return HttpResponse.json({ ...document, id: 't1', version }, { status });
    }),
  );
  return sent;
}

async function openDialog() {
  renderPage(LIST, '/workflows');
  await userEvent.click(await screen.findByRole('button', { name: 'More about Internet leads' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Save as template' }));
  return within(await screen.findByRole('dialog', { name: 'Save “Internet leads” as a template' }));
}

beforeEach(() => signInAs('BUILDER'));

describe('a workflow that is saved as a template', () => {
  it('brings its draft, its tests and what is said of it', async () => {
    serve();
    const sent = take(1);
    const dialog = await openDialog();

    await userEvent.clear(dialog.getByLabelText('Name'));
    await userEvent.type(dialog.getByLabelText('Name'), "Tonight's leads");
    await userEvent.type(dialog.getByLabelText(/^Tags/), 'Leads, after hours, leads');
    await userEvent.selectOptions(dialog.getByLabelText('Category'), 'Service');
    expect(dialog.getByLabelText('Address')).toHaveValue('tonights-leads');
    await userEvent.click(dialog.getByRole('button', { name: 'Save template' }));

    expect(await screen.findByText("“Tonight's leads” is a template now.")).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(sent).toEqual([
      {
        slug: 'tonights-leads',
        name: "Tonight's leads",
        category: 'SERVICE',
        summary: 'Answers a lead.',
        description: 'Answers a lead.',
        tags: ['leads', 'after-hours'],
        parameters: [],
        definition,
        tests: [TEST],
      },
    ]);
  });

  it('is told as one types what cannot be, and sends nothing before it is mended', async () => {
    serve([{ slug: 'after-hours', owner: 'PRODUCT', name: 'After hours', version: 1 }]);
    const sent = take(1);
    const dialog = await openDialog();

    await userEvent.clear(dialog.getByLabelText('What it is for'));
    await userEvent.type(dialog.getByLabelText(/^Tags/), '9 lives');
    await userEvent.clear(dialog.getByLabelText('Address'));
    await userEvent.type(dialog.getByLabelText('Address'), 'after-hours');

    expect(dialog.getByLabelText('What it is for')).toHaveAccessibleDescription(/Say in a sentence/);
    expect(dialog.getByLabelText(/^Tags/)).toHaveAccessibleDescription(/“9-lives” cannot be a tag/);
    expect(dialog.getByLabelText('Address')).toHaveAccessibleDescription(
      /“After hours” comes with the product and has this address\. Choose another one\./,
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Save template' }));
    expect(sent).toEqual([]);
  });

  it('takes an address that the product leaves free', async () => {
    serve([{ slug: 'internet-leads', owner: 'PRODUCT', name: 'Internet leads', version: 2 }]);
    const dialog = await openDialog();

    await waitFor(() => expect(dialog.getByLabelText('Address')).toHaveValue('our-internet-leads'));
  });

  it('becomes the next version of a template of the dealership', async () => {
    serve([{ slug: 'internet-leads', owner: 'DEALER', name: 'Our leads', version: 2 }]);
    const sent = take(3);
    const dialog = await openDialog();

    await userEvent.click(await dialog.findByRole('button', { name: 'Save version 3' }));

    expect(await screen.findByText('Version 3 of “Internet leads” is saved.')).toBeVisible();
    expect(sent).toEqual([expect.objectContaining({ slug: 'internet-leads' })]);
  });

  it('says when the newest version says the same already', async () => {
    serve([{ slug: 'internet-leads', owner: 'DEALER', name: 'Internet leads', version: 2 }]);
    take(2, 200);
    const dialog = await openDialog();

    await userEvent.click(await dialog.findByRole('button', { name: 'Save version 3' }));

    expect(await screen.findByText('Version 2 of “Internet leads” says the same already.')).toBeVisible();
  });

  it('shows what the server refuses at its field, or at its step', async () => {
    serve();
    const violations = [
      { pointer: '/name', code: 'x', message: 'Expected another name.' },
      { pointer: '/definition/nodes/2/config', code: 'x', message: 'Expected a value here.' },
    ];
    server.use(
      http.post('/api/templates', () => problem(400, 'template.invalid', 'Two things.', violations)),
    );
    const dialog = await openDialog();

    await userEvent.click(dialog.getByRole('button', { name: 'Save template' }));

    await waitFor(() =>
      expect(dialog.getByLabelText('Name')).toHaveAccessibleDescription('Expected another name.'),
    );
    expect(dialog.getByText('Expected a value here.')).toBeVisible();
    expect(dialog.getByText('At “Call”')).toBeVisible();
    expect(dialog.queryByText('In the workflow itself')).not.toBeInTheDocument();
  });

  it('asks for the values that are ticked, as it is said', async () => {
    serve();
    const sent = take(1);
    const dialog = await openDialog();

    expect(dialog.queryByRole('checkbox', { name: /input\.comments/ })).not.toBeInTheDocument();
    await userEvent.click(await dialog.findByRole('checkbox', { name: /^Value: Who.*SALES/ }));
    const question = within(dialog.getByRole('group', { name: 'What is asked about “Value: Who”' }));
    expect(question.getByLabelText('Key')).toHaveValue('who');
    expect(question.getByLabelText(/^Default/)).toHaveValue('SALES');
    await userEvent.clear(question.getByLabelText('Question'));
    await userEvent.type(question.getByLabelText('Question'), 'Who calls');
    await userEvent.clear(question.getByLabelText('Help'));
    await userEvent.type(question.getByLabelText('Help'), 'A team.');
    await userEvent.click(dialog.getByRole('button', { name: 'Save template' }));

    await waitFor(() => expect(sent).toHaveLength(1));
    const [, , call] = definition.nodes;
    expect(sent[0]).toMatchObject({
      parameters: [
        {
          name: 'who',
          title: 'Who calls',
          description: 'A team.',
          type: 'string',
          required: true,
          default: 'SALES',
          minLength: 1,
        },
      ],
      definition: {
        nodes: definition.nodes.map((node) =>
          node === call ? { ...node, config: { value: { who: '[[who]]' } } } : node,
        ),
      },
    });
  });

  it('asks nothing that was ticked and is not any more', async () => {
    serve();
    const sent = take(1);
    const dialog = await openDialog();

    await userEvent.click(await dialog.findByRole('checkbox', { name: /^Value: Who/ }));
    await userEvent.click(dialog.getByRole('checkbox', { name: /^Value: Who/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Save template' }));

    await waitFor(() => expect(sent).toEqual([expect.objectContaining({ parameters: [], definition })]));
  });

  it('is saved without questions while nobody knows what the steps are', async () => {
    serve();
    server.use(http.get('/api/step-types', () => problem(400, 'x', 'The steps cannot be read.')));
    const sent = take(1);
    const dialog = await openDialog();

    expect(await dialog.findByText('The steps cannot be read.')).toBeVisible();
    expect(dialog.queryByText('Questions that it asks')).not.toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Save template' }));

    await waitFor(() => expect(sent).toEqual([expect.objectContaining({ parameters: [], definition })]));
  });

  it('says at a question what the server refuses about it', async () => {
    serve();
    const violations = [{ pointer: '/parameters/0/default', code: 'x', message: 'Expected less.' }];
    server.use(http.post('/api/templates', () => problem(400, 'template.invalid', 'No.', violations)));
    const dialog = await openDialog();

    await userEvent.click(await dialog.findByRole('checkbox', { name: /^Value: Who/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Save template' }));

    await waitFor(() =>
      expect(dialog.getByLabelText(/^Default/)).toHaveAccessibleDescription(/Expected less\./),
    );
    expect(dialog.queryByText('In the workflow itself')).not.toBeInTheDocument();
  });

  it('answers two places with the same value by one question', async () => {
    serve();
    const twice = definition.nodes.map((node) =>
      node.id === 'call' ? { ...node, config: { value: { who: 'SALES', then: 'SALES' } } } : node,
    );
    server.use(
      http.get('/api/workflows/w1/export', () =>
        HttpResponse.json({ name: 'x', definition: { ...definition, nodes: twice }, tests: [] }),
      ),
    );
    const sent = take(1);
    const dialog = await openDialog();

    await userEvent.click(await dialog.findByRole('checkbox', { name: /^Value: Who/ }));
    await userEvent.click(dialog.getByRole('checkbox', { name: /^Use the answer at 1 other place/ }));

    const other = dialog.getByRole('checkbox', { name: /^Value: Then.*Takes the answer to “Value: Who”/ });
    expect(other).toBeChecked();
    expect(other).toBeDisabled();
    await userEvent.click(dialog.getByRole('button', { name: 'Save template' }));
    await waitFor(() => expect(JSON.stringify(sent)).toContain('{"who":"[[who]]","then":"[[who]]"}'));
  });
});
