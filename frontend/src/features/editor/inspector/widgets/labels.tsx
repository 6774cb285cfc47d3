import { Input, Textarea } from '@/components/ui/controls';
import { Rows } from '@/features/editor/inspector/widgets/rows';
import type { WidgetProps } from '@/features/editor/inspector/widgets/widget-props';
import { isObject, type JsonValue } from '@/lib/json';

interface Label {
  label: string;
  description: string;
  examples: string[];
}

/** What a text can be sorted into: the name, when it fits, and texts that it fits. */
export function LabelsWidget({ ids, value, readOnly, onValue }: WidgetProps) {
  const labels = (Array.isArray(value) ? value : []).map(labelOf);
  return (
    <div id={ids.id}>
      <Rows
        one="Label"
        rows={labels}
        readOnly={readOnly}
        empty={{ label: '', description: '', examples: [] }}
        onRows={(rows) => onValue(rows.map(written))}
      >
        {(row, index, change) => (
          <div className="flex flex-col gap-1.5 rounded-md border bg-sunken p-2">
            <Input
              aria-label={`Label ${index + 1}`}
              placeholder="Label"
              value={row.label}
              readOnly={readOnly}
              onChange={(event) => change({ ...row, label: event.target.value })}
            />
            <Input
              aria-label={`When label ${index + 1} fits`}
              placeholder="When it fits"
              value={row.description}
              readOnly={readOnly}
              onChange={(event) => change({ ...row, description: event.target.value })}
            />
            <Textarea
              aria-label={`Examples of label ${index + 1}, one a line`}
              placeholder="Examples, one a line"
              className="min-h-14 text-sm"
              value={row.examples.join('\n')}
              readOnly={readOnly}
              onChange={(event) =>
                change({ ...row, examples: event.target.value === '' ? [] : event.target.value.split('\n') })
              }
            />
          </div>
        )}
      </Rows>
    </div>
  );
}

function labelOf(value: JsonValue): Label {
  if (!isObject(value))
    return { label: typeof value === 'string' ? value : '', description: '', examples: [] };
  const { label, description, examples } = value;
  return {
    label: typeof label === 'string' ? label : '',
    description: typeof description === 'string' ? description : '',
    examples: Array.isArray(examples) ? examples.filter((one) => typeof one === 'string') : [],
  };
}

function written({ label, description, examples }: Label): JsonValue {
  if (description === '' && examples.length === 0) return label;
  return {
    label,
    ...(description === '' ? {} : { description }),
    ...(examples.length === 0 ? {} : { examples }),
  };
}
