import { ExpressionControl } from '@/components/expression/expression-control';
import { Input } from '@/components/ui/controls';
import { Rows } from '@/features/editor/inspector/widgets/rows';
import type { WidgetProps } from '@/features/editor/inspector/widgets/widget-props';
import { isObject, type JsonValue } from '@/lib/json';

/** Names and values. A value is a text with expressions; what is another JSON value stays one. */
export function MapWidget({ ids, label, value, readOnly, scope, onValue }: WidgetProps) {
  const entries = Object.entries(isObject(value) ? value : {});
  return (
    <Rows<[string, JsonValue]>
      one="Field"
      rows={entries}
      readOnly={readOnly}
      empty={[freeName(entries), '']}
      onRows={(rows) => onValue(rows.length === 0 ? undefined : Object.fromEntries(rows))}
    >
      {([name, held], index, change) => (
        <div className="flex min-w-0 flex-col gap-1.5 rounded-md border p-2">
          <Input
            aria-label={`${label}: name ${index + 1}`}
            className="font-mono text-sm"
            defaultValue={name}
            key={name}
            readOnly={readOnly}
            onBlur={(event) => {
              const next = event.target.value.trim();
              const isTaken = entries.some(([other], at) => at !== index && other === next);
              if (next !== name && next !== '' && !isTaken) change([next, held]);
              else event.target.value = name;
            }}
          />
          <ExpressionControl
            ids={{ ...ids, id: `${ids.id}-${index}` }}
            label={`${label}: ${name}`}
            value={typeof held === 'string' ? held : held === undefined ? '' : JSON.stringify(held)}
            mode="template"
            multiline
            readOnly={readOnly}
            scope={scope}
            onValue={(next) => change([name, typeof held === 'string' ? (next ?? '') : asHeld(next ?? '')])}
          />
        </div>
      )}
    </Rows>
  );
}

function freeName(entries: [string, JsonValue][]): string {
  const names = new Set(entries.map(([name]) => name));
  for (let at = 1; ; at += 1) if (!names.has(`field${at}`)) return `field${at}`;
}

/** What was a number, a list or an object stays one while it can be read as one. */
function asHeld(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
