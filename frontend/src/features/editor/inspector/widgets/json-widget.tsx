import { useState } from 'react';
import { ExpressionControl } from '@/components/expression/expression-control';
import { JsonControl } from '@/components/schema-form/json-control';
import { Filter } from '@/components/ui/filter-bar';
import { MapWidget } from '@/features/editor/inspector/widgets/map';
import type { WidgetProps } from '@/features/editor/inspector/widgets/widget-props';
import { isObject, type JsonValue } from '@/lib/json';

type View = 'fields' | 'text' | 'json';

/** A value of any shape: fields with expressions, one expression, or JSON. */
export function JsonWidget(props: WidgetProps) {
  const { ids, label, value, readOnly, scope, onValue } = props;
  const [view, setView] = useState<View>(() => startsAs(value));
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Filter<View>
        label={`How to edit ${label}`}
        value={view}
        options={[
          { value: 'fields', label: 'Fields' },
          { value: 'text', label: 'Expression' },
          { value: 'json', label: 'JSON' },
        ]}
        onChange={setView}
      />
      {view === 'fields' &&
        (value === undefined || isObject(value) ? (
          <MapWidget {...props} />
        ) : (
          <Elsewhere>This value has no fields; edit it as an expression or as JSON.</Elsewhere>
        ))}
      {view === 'text' &&
        (value === undefined || typeof value === 'string' ? (
          <ExpressionControl
            ids={ids}
            label={label}
            value={value ?? ''}
            mode="expression"
            readOnly={readOnly}
            scope={scope}
            onValue={onValue}
          />
        ) : (
          <Elsewhere>This value is more than one expression; edit its fields or its JSON.</Elsewhere>
        ))}
      {view === 'json' && (
        <JsonControl {...ids} aria-label={label} readOnly={readOnly} value={value} onValue={onValue} />
      )}
    </div>
  );
}

function Elsewhere({ children }: { children: string }) {
  return <p className="rounded-md bg-sunken px-3 py-2 text-sm text-ink-soft">{children}</p>;
}

function startsAs(value: JsonValue): View {
  if (typeof value === 'string') return 'text';
  return value === undefined || isObject(value) ? 'fields' : 'json';
}
