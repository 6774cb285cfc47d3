import { ConditionBuilder } from '@/components/expression/condition-builder';
import { Input } from '@/components/ui/controls';
import { Rows } from '@/features/editor/inspector/widgets/rows';
import type { WidgetProps } from '@/features/editor/inspector/widgets/widget-props';
import { isObject, type JsonValue } from '@/lib/json';

/** The ways on from a switch: a name for each, and when it is taken. */
export function CasesWidget({ ids, value, readOnly, scope, onValue }: WidgetProps) {
  const cases = (Array.isArray(value) ? value : []).map(caseOf);
  return (
    <div id={ids.id}>
      <Rows
        one="Case"
        rows={cases}
        readOnly={readOnly}
        empty={{ handle: `case${cases.length + 1}`, when: '' }}
        onRows={(rows) => onValue(rows)}
      >
        {(row, index, change) => (
          <div className="flex flex-col gap-2 rounded-md border p-2">
            <Input
              aria-label={`Name of case ${index + 1}`}
              value={row.handle}
              readOnly={readOnly}
              onChange={(event) => change({ ...row, handle: event.target.value })}
            />
            <ConditionBuilder
              ids={{ ...ids, id: `${ids.id}-${index}` }}
              label={`When ${row.handle || `case ${index + 1}`} is taken`}
              value={row.when}
              mode="expression"
              readOnly={readOnly}
              scope={scope}
              onValue={(when) => change({ ...row, when: when ?? '' })}
            />
          </div>
        )}
      </Rows>
    </div>
  );
}

function caseOf(value: JsonValue): { handle: string; when: string } {
  const held = isObject(value) ? value : {};
  return {
    ...held,
    handle: typeof held.handle === 'string' ? held.handle : '',
    when: typeof held.when === 'string' ? held.when : '',
  };
}
