import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { CommandPalette, PaletteButton } from '@/app/palette/command-palette';
import { openDialog } from '@/app/open-dialog';
import { readRecent } from '@/app/palette/model/recent';
import { renderPage, signInAs } from '@/test/render-page';
import { anExecution, aWorkflow } from '@/test/samples';
import { server } from '@/test/server';

const PAGE = {
  path: '/here',
  element: (
    <>
      <PaletteButton />
      <CommandPalette />
    </>
  ),
};

beforeEach(() => {
  openDialog(null);
  server.use(
    http.get('/api/workflows', ({ request }) =>
      HttpResponse.json({
        items: new URL(request.url).searchParams.get('query') === 'leads' ? [aWorkflow()] : [],
      }),
    ),
    http.get('/api/executions', () => HttpResponse.json({ items: [] })),
    http.get('/api/templates', () => HttpResponse.json({ items: [] })),
  );
});

it('a workflow is found and opened by keys alone, and is among the recent ones then', async () => {
  signInAs('BUILDER');
  const router = renderPage(PAGE, '/here');
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox'), 'leads');
  expect(await screen.findByRole('option', { name: 'Internet leads' })).toBeVisible();
  await userEvent.keyboard('{Home}{Enter}');

  await waitFor(() => expect(router.state.location.pathname).toBe('/workflows/w1'));
  expect(readRecent()).toEqual([{ to: '/workflows/w1', label: 'Internet leads' }]);
});

it('an execution is found by its id', async () => {
  signInAs('VIEWER');
  const id = '01a21959-a200-7d82-a96f-bd9116e3a7e8';
  server.use(http.get(`/api/executions/${id}`, () => HttpResponse.json(anExecution({ id }))));
  const router = renderPage(PAGE, '/here');
  await userEvent.click(screen.getByRole('button', { name: /Search/ }));
  await userEvent.click(await screen.findByRole('combobox'));
  await userEvent.paste(id);
  await userEvent.click(await screen.findByRole('option', { name: new RegExp(id) }));

  await waitFor(() => expect(router.state.location.pathname).toBe(`/executions/${id}`));
});

it('executions are found by how a key of theirs begins or ends', async () => {
  signInAs('VIEWER');
  server.use(
    http.get('/api/executions', ({ request }) =>
      HttpResponse.json({
        items:
          new URL(request.url).searchParams.get('businessKeyPart') === '33a00435'
            ? [anExecution({ businessKeys: { vin: '1HGCM826X33A00435' } })]
            : [],
      }),
    ),
  );
  renderPage(PAGE, '/here');
  await userEvent.click(screen.getByRole('button', { name: /Search/ }));
  await userEvent.click(await screen.findByRole('combobox'));
  await userEvent.paste('33a00435');

  expect(await screen.findByRole('option', { name: /1HGCM826X33A00435/ })).toBeVisible();
});

it('the theme is changed, and only administrators are led to the settings', async () => {
  signInAs('VIEWER');
  renderPage(PAGE, '/here');
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox'), 'settings');
  expect(await screen.findByText('Nothing fits. Try fewer words.')).toBeVisible();
  await userEvent.clear(screen.getByRole('combobox'));
  await userEvent.type(screen.getByRole('combobox'), 'dark');
  await userEvent.keyboard('{Enter}');

  expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
});
