import { Plus, Trash2 } from 'lucide-react';
import { fieldOf, fieldsOf, resolved, type FormField } from '@/components/schema-form/model/schema';
import { initialValue } from '@/components/schema-form/model/initial';
import { SchemaControl } from '@/components/schema-form/schema-control';
import type { SchemaForm } from '@/components/schema-form/use-schema-form';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { pointerTo, type JsonObject } from '@/lib/json';

interface SchemaFieldsProps {
  form: SchemaForm;
  schema?: JsonObject;
  pointer?: string;
}

/** The fields of one object of the schema, required ones marked by the absence of "optional". */
export function SchemaFields({ form, schema, pointer = '' }: SchemaFieldsProps) {
  const own = resolved(schema ?? form.schema, form.schema);
  return (
    <div className="flex flex-col gap-4">
      {fieldsOf(own, form.schema, pointer).map((field) => (
        <SchemaField key={field.pointer} form={form} field={field} />
      ))}
    </div>
  );
}

function SchemaField({ form, field }: { form: SchemaForm; field: FormField }) {
  if (field.kind === 'object') {
    return (
      <Group field={field} error={form.errorAt(field.pointer)}>
        <SchemaFields form={form} schema={field.schema} pointer={field.pointer} />
      </Group>
    );
  }
  if (field.kind === 'list') return <ListField form={form} field={field} />;
  return <SchemaControl form={form} field={field} />;
}

function ListField({ form, field }: { form: SchemaForm; field: FormField & { kind: 'list' } }) {
  const held = form.valueAt(field.pointer);
  const items = Array.isArray(held) ? held : [];
  const itemSchema = resolved(field.schema.items, form.schema);
  const isObjectItem = fieldOf(itemSchema, '', true).kind === 'object';

  const remove = (at: number) =>
    form.set(
      field.pointer,
      items.filter((_, index) => index !== at),
    );
  const add = () =>
    form.set(field.pointer, [...items, initialValue(itemSchema, form.schema) ?? (isObjectItem ? {} : null)]);

  return (
    <Group field={field} error={form.errorAt(field.pointer)}>
      <ul className="flex flex-col gap-3">
        {items.map((_, index) => (
          <li key={index} className="flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <SchemaField
                form={form}
                field={{
                  ...fieldOf(itemSchema, pointerTo(field.pointer, index), true),
                  label: `${field.label} ${index + 1}`,
                }}
              />
            </div>
            <Button
              variant="quiet"
              size="icon"
              aria-label={`Remove ${field.label} ${index + 1}`}
              className={isObjectItem ? '' : 'mt-6.5'}
              onClick={() => remove(index)}
            >
              <Trash2 aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <Button size="sm" className="self-start" onClick={add} aria-label={`Add to ${field.label}`}>
        <Plus aria-hidden />
        Add
      </Button>
    </Group>
  );
}

interface GroupProps {
  field: FormField;
  error: string | null;
  children: React.ReactNode;
}

function Group({ field, error, children }: GroupProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">
        {field.label}
        {!field.required && <span className="ml-1.5 font-normal text-ink-faint">optional</span>}
      </legend>
      {field.hint && <p className="mt-0.5 text-sm text-ink-faint">{field.hint}</p>}
      <div className="mt-2 flex flex-col gap-3 border-l-2 pl-4">{children}</div>
      {error && (
        <div className="mt-2">
          <FieldError>{error}</FieldError>
        </div>
      )}
    </fieldset>
  );
}
