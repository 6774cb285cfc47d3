import { useMemo, useState } from 'react';
import type { Violation } from '@/lib/violation';
import { valueAt, withValueAt, type JsonObject, type JsonValue } from '@/lib/json';
import { initialValue } from '@/components/schema-form/model/initial';
import { hasPlace, pruned } from '@/components/schema-form/model/placing';
import { validate } from '@/components/schema-form/model/validate';

export interface SchemaForm {
  schema: JsonObject;
  value: JsonValue;
  valueAt: (pointer: string) => JsonValue;
  set: (pointer: string, value: JsonValue) => void;
  touch: (pointer: string) => void;
  /** What is wrong at this place, once it was visited or the form was sent. */
  errorAt: (pointer: string) => string | null;
  /** The server's violations that no field can show. */
  elsewhere: Violation[];
  refuse: (violations: Violation[]) => void;
  /** The value to send, or null after showing what is wrong with it. */
  submit: () => JsonValue;
}

/** A form that holds its value itself. */
export interface OwnForm extends SchemaForm {
  /** Whether something was entered, even if it was taken back again. */
  isChanged: boolean;
}

export function useSchemaForm(schema: JsonObject, start?: JsonValue): OwnForm {
  const [first] = useState<JsonValue>(() => start ?? initialValue(schema, schema) ?? {});
  const [value, setValue] = useState<JsonValue>(first);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [sent, setSent] = useState(false);
  const [refused, setRefused] = useState<Violation[]>([]);
  const clean = useMemo(() => pruned(schema, value, schema), [schema, value]);
  const violations = useMemo(() => validate(schema, clean), [schema, clean]);

  return {
    schema,
    value,
    isChanged: value !== first,
    valueAt: (pointer) => valueAt(value, pointer),
    set: (pointer, next) => {
      setValue((current) => withValueAt(current, pointer, next));
      setRefused((current) => current.filter((violation) => !concerns(violation.pointer, pointer)));
    },
    touch: (pointer) => setTouched((current) => new Set(current).add(pointer)),
    errorAt: (pointer) => {
      const fromServer = refused.find((violation) => violation.pointer === pointer);
      if (fromServer) return fromServer.message;
      if (!sent && !touched.has(pointer)) return null;
      return violations.find((violation) => violation.pointer === pointer)?.message ?? null;
    },
    elsewhere: refused.filter((violation) => !hasPlace(schema, violation.pointer)),
    refuse: setRefused,
    submit: () => {
      setSent(true);
      setRefused([]);
      return violations.length === 0 ? clean : null;
    },
  };
}

function concerns(violated: string, changed: string): boolean {
  return violated === changed || violated.startsWith(`${changed}/`) || changed.startsWith(`${violated}/`);
}
