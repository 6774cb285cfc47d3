import { useMemo } from 'react';
import { fieldRows } from '@/features/events/model/fields';
import { Tag } from '@/components/ui/badge';
import { Cell, Row, Table } from '@/components/ui/table';
import { inWords } from '@/lib/format/words';
import type { JsonObject } from '@/lib/json';

const HEAD = [{ label: 'Field' }, { label: 'Type' }, { label: 'Meaning' }];

/** What the data of an event holds, field by field. */
export function FieldTable({ schema }: { schema: JsonObject }) {
  const rows = useMemo(() => fieldRows(schema), [schema]);
  if (rows.length === 0) {
    return <p className="text-ink-faint">The schema names no fields.</p>;
  }
  return (
    <Table caption="Fields" head={HEAD} stacks>
      {rows.map(({ path, type, required, description, dataClass }) => (
        <Row key={path}>
          <Cell className="stacks-name align-top font-mono text-xs wrap-anywhere">
            {path}
            {required && <span className="ml-1.5 inline-block font-sans text-ink-faint">required</span>}
          </Cell>
          <Cell className="align-top text-sm wrap-anywhere text-ink-soft">{type}</Cell>
          <Cell className="align-top text-sm text-ink-soft">
            {description} {dataClass && <Tag>{inWords(dataClass)} data</Tag>}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
