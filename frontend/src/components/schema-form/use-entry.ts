import { useState } from 'react';
import { fieldsOf, resolved } from '@/components/schema-form/model/schema';
import { useSchemaForm, type SchemaForm } from '@/components/schema-form/use-schema-form';
import type { JsonObject, JsonValue } from '@/lib/json';

export type EntryWay = 'form' | 'json';

/** One value that is entered in fields, or as JSON. */
export interface Entry {
  form: SchemaForm;
  /** Whether the schema has any. */
  hasFields: boolean;
  way: EntryWay;
  choose: (way: EntryWay) => void;
  /** Whether what is typed as JSON can be read. */
  isReadable: boolean;
  setReadable: (readable: boolean) => void;
  /** Hands over the value, unless it first has to be mended. */
  submit: (send: (value: JsonValue) => void) => void;
}

export function useEntry(schema: JsonObject, start?: JsonValue): Entry {
  const form = useSchemaForm(schema, start);
  const hasFields = fieldsOf(resolved(schema, schema), schema, '').length > 0;
  // What is there already, and has no field, can be seen as JSON alone.
  const [way, setWay] = useState<EntryWay>(hasFields || start === undefined ? 'form' : 'json');
  const [readable, setReadable] = useState(true);
  return {
    form,
    hasFields,
    way,
    choose: (next) => {
      setWay(next);
      setReadable(true);
    },
    isReadable: readable,
    setReadable,
    submit: (send) => {
      const checked = form.submit();
      // JSON may be sent as typed: the server says what it does not accept.
      if (way === 'json' && readable) send(form.value);
      else if (way === 'form' && checked !== null) send(checked);
    },
  };
}
