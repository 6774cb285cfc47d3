import { ExpressionControl } from '@/components/expression/expression-control';
import { Rows } from '@/features/editor/inspector/widgets/rows';
import type { WidgetProps } from '@/features/editor/inspector/widgets/widget-props';

/** Texts one below the other; each may hold expressions. */
export function ListWidget({ ids, label, value, readOnly, scope, onValue }: WidgetProps) {
  const items = Array.isArray(value)
    ? value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)))
    : [];
  return (
    <Rows
      one="Entry"
      rows={items}
      readOnly={readOnly}
      empty=""
      onRows={(rows) => onValue(rows.length === 0 ? undefined : rows)}
    >
      {(row, index, change) => (
        <ExpressionControl
          ids={{ ...ids, id: `${ids.id}-${index}` }}
          label={`${label} ${index + 1}`}
          value={row}
          mode="template"
          readOnly={readOnly}
          scope={scope}
          onValue={(next) => change(next ?? '')}
        />
      )}
    </Rows>
  );
}
