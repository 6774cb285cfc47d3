import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { useUrlFilters } from '@/lib/use-url-filters';
import { renderPage } from '@/test/render-page';

function Filters() {
  const { filters, setFilter, setFilters, clear, isFiltered } = useUrlFilters(['key', 'status', 'time']);
  return (
    <>
      <output>{`${filters.key}|${filters.status}|${filters.time}|${isFiltered}`}</output>
      <button
        type="button"
        onClick={() => {
          setFilter('key', 'marie');
          setFilters({ status: 'FAILED', time: '' });
        }}
      >
        Both
      </button>
      <button type="button" onClick={clear}>
        Clear
      </button>
    </>
  );
}

it('changes before the page shows the last one do not undo it', async () => {
  renderPage({ path: '/list', element: <Filters /> }, '/list?time=1h');
  expect(screen.getByRole('status')).toHaveTextContent('||1h|true');

  await userEvent.click(screen.getByRole('button', { name: 'Both' }));
  expect(await screen.findByText('marie|FAILED||true')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
  expect(await screen.findByText('|||false')).toBeVisible();
});
