import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Cell, NameCell, Row, Table } from '@/components/ui/table';

it('a table that is laid out as lines on a narrow screen says its roles itself', () => {
  render(
    <Table caption="Leads" head={[{ label: 'Who asks' }, { label: 'Quality' }]} stacks>
      <Row>
        <NameCell>Marie Tremblay</NameCell>
        <Cell>Clean</Cell>
      </Row>
    </Table>,
  );

  const table = screen.getByRole('table', { name: 'Leads' });
  const roles = [...table.querySelectorAll('thead, tbody, tr, th, td')].map((each) =>
    each.getAttribute('role'),
  );
  expect(roles).toEqual([
    'rowgroup',
    'row',
    'columnheader',
    'columnheader',
    'rowgroup',
    'row',
    'cell',
    'cell',
  ]);
  expect(within(table).getByRole('row', { name: 'Marie Tremblay Clean' })).toBeVisible();
});
