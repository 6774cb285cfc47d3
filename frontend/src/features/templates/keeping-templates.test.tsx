import { Blob, File } from 'node:buffer';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Component as TemplatePage } from '@/features/templates/template-page';
import { Component as TemplatesPage } from '@/features/templates/templates-page';
import * as files from '@/lib/save-as';
import { renderPage, signInAs } from '@/test/render-page';
import { problem, server } from '@/test/server';
import { template } from '@/test/template-sample';

const LIST = { path: '/templates', Component: TemplatesPage };
const ONE = { path: '/templates/:id', Component: TemplatePage };

function serve(change: object = {}) {
  server.use(
    http.get('/api/templates', () => HttpResponse.json({ items: [template] })),
    http.get('/api/templates/new-lead', () => HttpResponse.json({ ...template, ...change })),
    http.get('/api/templates/new-lead/versions', () => HttpResponse.json({ items: [] })),
  );
}

beforeEach(() => {
  // Those of jsdom can neither be read nor sent.
  vi.stubGlobal('Blob', Blob);
  vi.stubGlobal('File', File);
  signInAs('BUILDER');
  serve();
});

describe('the export of a template', () => {
  it.each(['json', 'yaml'])('gives the version that is shown as a file in %s', async (format) => {
    const kept = vi.spyOn(files, 'saveAs').mockReturnValue();
    server.use(
      http.get('/api/templates/t1/export', ({ request }) =>
        HttpResponse.text(`as ${new URL(request.url).searchParams.get('format')}`),
      ),
    );
    renderPage(ONE, '/templates/new-lead');

    await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: `Export as ${format.toUpperCase()}` }));

    await waitFor(() => expect(kept).toHaveBeenCalledOnce());
    const [content, name] = kept.mock.calls[0] ?? [];
    expect(await content?.text()).toBe(`as ${format}`);
    expect(name).toBe(`new-lead-v1.${format}`);
  });

  it('says what kept it from being given', async () => {
    server.use(http.get('/api/templates/t1/export', () => problem(404, 'x', 'It is gone.')));
    renderPage(ONE, '/templates/new-lead');

    await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Export as JSON' }));

    expect(await screen.findByText('It is gone.')).toBeVisible();
  });
});

describe('a template of the dealership', () => {
  beforeEach(() => serve({ owner: 'DEALER', version: 2, latestVersion: 2 }));

  async function openDialog() {
    const router = renderPage(ONE, '/templates/new-lead');
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete the template “New lead”?' }));
    return { router, dialog };
  }

  it('is deleted once somebody has read what happens then', async () => {
    let deleted = 0;
    server.use(
      http.delete('/api/templates/new-lead', () => {
        deleted += 1;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { router, dialog } = await openDialog();

    expect(
      dialog.getByText(/All its 2 versions are gone for good.*Workflows that were made of it/),
    ).toBeVisible();
    expect(deleted).toBe(0);
    await userEvent.click(dialog.getByRole('button', { name: 'Delete the template' }));

    expect(await screen.findByText('The template “New lead” is deleted.')).toBeVisible();
    expect(router.state.location.pathname).toBe('/templates');
    expect(deleted).toBe(1);
  });

  it('stays where the server refuses, and says why', async () => {
    server.use(http.delete('/api/templates/new-lead', () => problem(409, 'x', 'It comes with the product.')));
    const { router, dialog } = await openDialog();

    await userEvent.click(dialog.getByRole('button', { name: 'Delete the template' }));

    expect(await dialog.findByText('It comes with the product.')).toBeVisible();
    expect(router.state.location.pathname).toBe('/templates/new-lead');
  });

  it('is not deleted by who does not build', async () => {
    signInAs('OPERATOR');
    renderPage(ONE, '/templates/new-lead');

    expect(await screen.findByRole('button', { name: 'Export' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Delete' })).not.toBeInTheDocument();
  });
});

it('a template of the product cannot be deleted', async () => {
  renderPage(ONE, '/templates/new-lead');

  expect(await screen.findByRole('button', { name: 'Export' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Delete' })).not.toBeInTheDocument();
});

describe('the import of a template', () => {
  async function openDialog() {
    const router = renderPage(LIST, '/templates');
    await userEvent.click(await screen.findByRole('button', { name: 'Import a template' }));
    return { router, dialog: within(await screen.findByRole('dialog', { name: 'Import a template' })) };
  }

  /** Takes what is sent, as the given version. */
  function take(version: number, status: number) {
    const sent: { type: string | null; text: string }[] = [];
    server.use(
      http.post('/api/templates', async ({ request }) => {
        sent.push({ type: request.headers.get('Content-Type'), text: await request.text() });
        return HttpResponse.json({ ...template, slug: 'ours', name: 'Ours', version }, { status });
      }),
    );
    return sent;
  }

  it('takes a file in JSON and shows the template', async () => {
    const sent = take(1, 201);
    const { router, dialog } = await openDialog();

    const file = new window.File(['{"slug": "ours"}'], 'ours.json', { type: 'application/json' });
    await userEvent.upload(dialog.getByLabelText('File'), file);
    await waitFor(() => expect(dialog.getByLabelText('Or paste it')).toHaveValue('{"slug": "ours"}'));
    await userEvent.click(dialog.getByRole('button', { name: 'Import' }));

    expect(await screen.findByText('“Ours” is a template now.')).toBeVisible();
    await waitFor(() => expect(router.state.location.pathname).toBe('/templates/ours'));
    expect(sent).toEqual([{ type: 'application/json', text: '{"slug": "ours"}' }]);
  });

  it('takes YAML that is pasted, and says when it is the next version', async () => {
    const sent = take(3, 201);
    const { dialog } = await openDialog();

    await userEvent.click(dialog.getByLabelText('Or paste it'));
    await userEvent.paste('slug: ours\nname: Ours\n');
    await userEvent.click(dialog.getByRole('button', { name: 'Import' }));

    expect(await screen.findByText('Version 3 of “Ours” is saved.')).toBeVisible();
    expect(sent).toEqual([{ type: 'application/yaml', text: 'slug: ours\nname: Ours\n' }]);
  });

  it('sends a large file as it is, without showing it', async () => {
    const sent = take(1, 201);
    const { dialog } = await openDialog();

    await userEvent.upload(
      dialog.getByLabelText('File'),
      new window.File(['x'.repeat(1_500_000)], 'large.yaml'),
    );

    await waitFor(() =>
      expect(dialog.getByLabelText('Or paste it')).toHaveAccessibleDescription(/“large.yaml” has 1.5 MB/),
    );
    expect(dialog.getByLabelText('Or paste it')).toHaveValue('');
    await userEvent.click(dialog.getByRole('button', { name: 'Import' }));
    await waitFor(() => expect(sent.map(({ text }) => text.length)).toEqual([1_500_000]));
  });

  it('says what is wrong, with the place of each thing', async () => {
    server.use(
      http.post('/api/templates', () =>
        problem(400, 'template.invalid', 'One thing is wrong.', [
          { pointer: '/slug', code: 'x', message: 'Expected slug, but it is missing.' },
        ]),
      ),
    );
    const { router, dialog } = await openDialog();

    await userEvent.click(dialog.getByLabelText('Or paste it'));
    await userEvent.paste('name: x');
    await userEvent.click(dialog.getByRole('button', { name: 'Import' }));

    expect(await dialog.findByText('One thing is wrong.')).toBeVisible();
    expect(dialog.getByText('/slug')).toBeVisible();
    expect(dialog.getByText(/Expected slug, but it is missing\./)).toBeVisible();
    expect(router.state.location.pathname).toBe('/templates');
  });

  it('says a sentence about the whole once', async () => {
    const sentence = 'Expected JSON, but it cannot be read at line 1, column 2.';
    server.use(
      http.post('/api/templates', () =>
        problem(400, 'request.malformed-json', sentence, [{ pointer: '', code: 'x', message: sentence }]),
      ),
    );
    const { dialog } = await openDialog();

    await userEvent.click(dialog.getByLabelText('Or paste it'));
    await userEvent.paste('{');
    await userEvent.click(dialog.getByRole('button', { name: 'Import' }));

    expect(await dialog.findAllByText(sentence)).toHaveLength(1);
  });

  it('is not there for who does not build', async () => {
    signInAs('VIEWER');
    renderPage(LIST, '/templates');

    expect(await screen.findByRole('link', { name: 'New lead' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Import a template' })).not.toBeInTheDocument();
  });
});
