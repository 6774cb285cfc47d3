import { useState } from 'react';
import { exampleOf, fieldsIn, schemaOf, type OwnField } from '@/features/events/model/own-type';
import { OwnFieldTable } from '@/features/events/own-field-table';
import { JsonControl } from '@/components/schema-form/json-control';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Filter } from '@/components/ui/filter-bar';
import { isObject, type JsonObject } from '@/lib/json';

interface Shape {
  schema: JsonObject;
  example: JsonObject;
}

interface OwnEventTypeShapeProps extends Shape {
  onChange: (shape: Shape) => void;
  onReadable: (readable: boolean) => void;
}

const WAYS = [
  { value: 'fields', label: 'Fields' },
  { value: 'json', label: 'JSON Schema' },
];

/** What the event's data holds: as a table of fields where that can say it, or as JSON Schema. */
export function OwnEventTypeShape({ schema, example, onChange, onReadable }: OwnEventTypeShapeProps) {
  const [fields, setFields] = useState<OwnField[] | null>(() => fieldsIn(schema));
  const [way, setWay] = useState(fields === null ? 'json' : 'fields');

  function show(next: string) {
    setWay(next);
    if (next === 'fields') setFields(fieldsIn(schema));
  }

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold">Data</h2>
        <Filter label="How to say it" value={way} options={WAYS} onChange={show} />
      </div>
      {way === 'json' ? (
        <Field label="JSON Schema of the data">
          {(ids) => (
            <JsonControl
              {...ids}
              rows={12}
              value={schema}
              onReadable={onReadable}
              onValue={(next) => isObject(next) && onChange({ schema: next, example })}
            />
          )}
        </Field>
      ) : fields === null ? (
        <p className="text-ink-faint">
          This schema says more than a table of fields can. Edit it as JSON Schema.
        </p>
      ) : (
        <OwnFieldTable
          fields={fields}
          onChange={(next) => {
            setFields(next);
            onChange({ schema: schemaOf(next), example });
          }}
        />
      )}
      <Field label="Example" hint="It has to fit; test events and code examples begin with it.">
        {(ids) => (
          <JsonControl
            {...ids}
            key={JSON.stringify(fields)}
            rows={6}
            value={example}
            onReadable={onReadable}
            onValue={(next) => isObject(next) && onChange({ schema, example: next })}
          />
        )}
      </Field>
      {way === 'fields' && fields !== null && (
        <Button className="self-start" onClick={() => onChange({ schema, example: exampleOf(fields) })}>
          Make an example of the fields
        </Button>
      )}
    </div>
  );
}
