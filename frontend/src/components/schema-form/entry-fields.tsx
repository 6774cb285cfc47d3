import type { ReactNode } from 'react';
import { JsonControl } from '@/components/schema-form/json-control';
import { SchemaFields } from '@/components/schema-form/schema-fields';
import type { Entry } from '@/components/schema-form/use-entry';
import { Notice } from '@/components/ui/failure';
import { Field, FieldError } from '@/components/ui/field';
import { Tabs } from '@/components/ui/tabs';
import { Problem } from '@/lib/http/problem';

interface EntryFieldsProps {
  entry: Entry;
  /** What is entered, such as "Input". */
  label: string;
  /** Why the server did not take it; null if it did not refuse. */
  error: Error | null;
  /** Said where the schema has no fields. */
  without: ReactNode;
}

/** The fields of a schema, or the same value as JSON, with what the server says of it. */
export function EntryFields({ entry, label, error, without }: EntryFieldsProps) {
  const { form, hasFields, way } = entry;
  const inWhole = error instanceof Problem ? error.violations : [];
  const unplaced = way === 'form' ? form.elsewhere : inWhole;
  return (
    <>
      {error !== null && <Notice error={error} />}
      {unplaced.map((violation, index) => (
        <FieldError key={index}>
          {violation.pointer && <code className="font-mono">{violation.pointer}</code>} {violation.message}
        </FieldError>
      ))}
      <Tabs
        label={`How to enter the ${label.toLowerCase()}`}
        value={way}
        onChange={entry.choose}
        tabs={[
          {
            value: 'form',
            label: 'Form',
            content: hasFields ? <SchemaFields form={form} /> : <p className="text-ink-faint">{without}</p>,
          },
          {
            value: 'json',
            label: 'JSON',
            content: (
              <Field label={label} hint="The same value as in the form, as JSON.">
                {(ids) => (
                  <JsonControl
                    {...ids}
                    rows={14}
                    value={form.value}
                    onValue={(value) => form.set('', value)}
                    onReadable={entry.setReadable}
                  />
                )}
              </Field>
            ),
          },
        ]}
      />
    </>
  );
}
