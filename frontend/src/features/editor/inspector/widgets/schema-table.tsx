import { useState } from 'react';
import { JsonControl } from '@/components/schema-form/json-control';
import { Checkbox, Input, Select } from '@/components/ui/controls';
import { Filter } from '@/components/ui/filter-bar';
import {
  fieldRows,
  isFlat,
  KINDS,
  schemaOfRows,
  type FieldKind,
  type FieldRow,
} from '@/features/editor/inspector/model/field-rows';
import { Rows } from '@/features/editor/inspector/widgets/rows';
import type { WidgetProps } from '@/features/editor/inspector/widgets/widget-props';
import { isObject } from '@/lib/json';

/** A JSON Schema of an object as a table of fields; deeper ones are edited as JSON. */
export function SchemaWidget({ ids, label, value, readOnly, onValue }: WidgetProps) {
  const schema = isObject(value) ? value : {};
  const [view, setView] = useState<'table' | 'json'>(isFlat(schema) ? 'table' : 'json');
  const rows = fieldRows(schema);
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Filter
        label={`How to edit ${label}`}
        value={view}
        options={[
          { value: 'table' as const, label: 'Fields' },
          { value: 'json' as const, label: 'JSON Schema' },
        ]}
        onChange={setView}
      />
      {view === 'json' ? (
        <JsonControl {...ids} aria-label={label} readOnly={readOnly} value={value} onValue={onValue} />
      ) : (
        <Rows<FieldRow>
          one="Field"
          rows={rows}
          readOnly={readOnly}
          empty={{ name: freeName(rows), kind: 'string', required: false, description: '', rest: {} }}
          onRows={(next) => onValue(schemaOfRows(schema, next))}
        >
          {(row, index, change) => (
            <SchemaRow
              row={row}
              index={index}
              id={`${ids.id}-${index}`}
              readOnly={readOnly}
              onChange={change}
            />
          )}
        </Rows>
      )}
    </div>
  );
}

interface SchemaRowProps {
  row: FieldRow;
  index: number;
  id: string;
  readOnly: boolean;
  onChange: (row: FieldRow) => void;
}

function SchemaRow({ row, index, id, readOnly, onChange }: SchemaRowProps) {
  const nth = `field ${index + 1}`;
  return (
    <div className="flex flex-col gap-1.5 rounded-md border p-2">
      <div className="grid grid-cols-2 gap-1.5">
        <Input
          aria-label={`Name of ${nth}`}
          className="font-mono text-sm"
          value={row.name}
          readOnly={readOnly}
          onChange={(event) => onChange({ ...row, name: event.target.value })}
        />
        <Select
          aria-label={`Kind of ${nth}`}
          value={row.kind}
          disabled={readOnly}
          onChange={(event) => onChange({ ...row, kind: event.target.value as FieldKind })}
        >
          {KINDS.map(({ kind, label }) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      <Input
        aria-label={`What ${nth} is for`}
        placeholder="What it is for"
        value={row.description}
        readOnly={readOnly}
        onChange={(event) => onChange({ ...row, description: event.target.value })}
      />
      <div className="flex items-center gap-2">
        <Checkbox
          id={`${id}-required`}
          disabled={readOnly}
          checked={row.required}
          onCheckedChange={(on) => onChange({ ...row, required: on === true })}
        />
        <label htmlFor={`${id}-required`} className="text-sm">
          Must be there
        </label>
      </div>
    </div>
  );
}

function freeName(rows: readonly FieldRow[]): string {
  const names = new Set(rows.map((row) => row.name));
  for (let at = 1; ; at += 1) if (!names.has(`field${at}`)) return `field${at}`;
}
