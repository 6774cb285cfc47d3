import { arrayOf, objectOf } from '@/components/schema-form/model/schema';
import type { SchemaForm } from '@/components/schema-form/use-schema-form';
import type { ScopeEntry } from '@/components/expression/model/scope-tree';
import { hasExpression } from '@/components/expression/model/template';
import { validate } from '@/components/schema-form/model/validate';
import type { WorkflowProblem } from '@/lib/api-types';
import { valueAt, withValueAt, type JsonObject, type JsonValue } from '@/lib/json';

/** What the fields of one config need: the values, what is wrong with them, and what they can name. */
export interface StepForm extends SchemaForm {
  readOnly: boolean;
  scopeAt: (pointer: string) => readonly ScopeEntry[];
}

interface Making {
  schema: JsonObject;
  value: JsonObject;
  /** Where the value is in the definition. */
  base: string;
  problems: readonly WorkflowProblem[];
  readOnly: boolean;
  scopeAt: (pointer: string) => readonly ScopeEntry[];
  onChange: (value: JsonObject) => void;
}

/** A form over a part of the definition, which is changed as one types. */
export function stepForm({ schema, value, base, problems, readOnly, scopeAt, onChange }: Making): StepForm {
  const local = validate(schema, value).filter(
    ({ pointer, code }) => code !== 'required' && !hasExpression(valueAt(value, pointer)),
  );
  return {
    schema,
    value,
    readOnly,
    scopeAt,
    valueAt: (pointer) => valueAt(value, pointer),
    set: (pointer, next) => onChange(withValueAt(value, pointer, next) as JsonObject),
    touch: () => undefined,
    errorAt: (pointer) =>
      problemAt(problems, base + pointer) ?? local.find((one) => one.pointer === pointer)?.message ?? null,
    elsewhere: [],
    refuse: () => undefined,
    submit: () => value,
  };
}

/** The sentence about a place: that of the most severe problem. */
export function problemAt(problems: readonly WorkflowProblem[], pointer: string): string | null {
  const here = problems.filter((one) => one.pointer === pointer);
  const worst = here.find((one) => one.severity === 'ERROR') ?? here[0];
  return worst?.message ?? null;
}

export interface Widget {
  widget: string;
  placeholder: string | null;
  advanced: boolean;
}

export function widgetOf(schema: JsonObject): Widget {
  const hints = objectOf(schema['x-ui']);
  return {
    widget: typeof hints.widget === 'string' ? hints.widget : '',
    placeholder: typeof hints.placeholder === 'string' ? hints.placeholder : null,
    advanced: hints.section === 'advanced',
  };
}

/** The schema of one property, with a local reference followed no further: descriptors have none. */
export function propertyAt(schema: JsonObject, name: string): JsonObject {
  return objectOf(objectOf(schema.properties)[name]);
}

export function isRequired(schema: JsonObject, name: string): boolean {
  return arrayOf(schema.required).includes(name);
}

export type Change = (value: JsonValue) => void;
