import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { KeyboardMap } from '@/app/keys/keyboard-map';
import { openDialog } from '@/app/open-dialog';
import { RowLink } from '@/components/ui/table';
import { renderPage, signInAs } from '@/test/render-page';

const list = (
  <main>
    <KeyboardMap />
    <input aria-label="Name" />
    <RowLink to="/one">One</RowLink>
    <RowLink to="/two">Two</RowLink>
  </main>
);
const PAGE = { path: '/here', element: list };
const BUILDER = { path: '/workflows/:id/edit', element: list };

beforeEach(() => {
  openDialog(null);
  signInAs('VIEWER');
});

it('J and K go from row to row, and stay at the ends', async () => {
  renderPage(PAGE, '/here');
  const [one, two] = [
    await screen.findByRole('link', { name: 'One' }),
    screen.getByRole('link', { name: 'Two' }),
  ];

  await userEvent.keyboard('j');
  expect(one).toHaveFocus();
  await userEvent.keyboard('jj');
  expect(two).toHaveFocus();
  await userEvent.keyboard('kkk');
  expect(one).toHaveFocus();
});

it('G and a letter lead to a page, and a letter alone does not', async () => {
  const router = renderPage(PAGE, '/here');
  await screen.findByRole('link', { name: 'One' });

  await userEvent.keyboard('e');
  expect(router.state.location.pathname).toBe('/here');
  await userEvent.keyboard('ge');

  await waitFor(() => expect(router.state.location.pathname).toBe('/executions'));
});

it('the map shows the keys, but not to whom is typing', async () => {
  renderPage(PAGE, '/here');
  await userEvent.type(await screen.findByLabelText('Name'), 'What is j?');
  expect(screen.getByLabelText('Name')).toHaveValue('What is j?');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();

  await userEvent.click(document.body);
  await userEvent.keyboard('?');

  expect(await screen.findByRole('dialog', { name: 'Keyboard map' })).toHaveTextContent('Next row');
});

it('the builder has its own', async () => {
  renderPage(BUILDER, '/workflows/w1/edit');
  await screen.findByRole('link', { name: 'One' });

  await userEvent.keyboard('?j');

  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'One' })).not.toHaveFocus();
});
