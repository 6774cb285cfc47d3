import { DurationControl } from '@/components/schema-form/duration-control';
import { JsonControl } from '@/components/schema-form/json-control';
import type { FormField } from '@/components/schema-form/model/schema';
import { MomentControl } from '@/components/schema-form/moment-control';
import { NumberControl } from '@/components/schema-form/number-control';
import type { SchemaForm } from '@/components/schema-form/use-schema-form';
import { RoleInput } from '@/components/form/role-input';
import { Checkbox, Input, Select, Textarea } from '@/components/ui/controls';
import { Field, FieldError, type ControlIds } from '@/components/ui/field';
import { assertNever } from '@/lib/assert-never';
import { roleName } from '@/lib/role-names';
import type { JsonValue } from '@/lib/json';

export type LeafField = Exclude<FormField, { kind: 'object' | 'list' }>;

interface SchemaControlProps {
  form: SchemaForm;
  field: LeafField;
}

const INPUT_TYPES: Record<string, string> = { email: 'email', uri: 'url', date: 'date' };

export function SchemaControl({ form, field }: SchemaControlProps) {
  if (field.kind === 'boolean') return <BooleanControl form={form} field={field} />;
  return (
    <Field
      label={field.label}
      hint={field.hint}
      required={field.required}
      error={form.errorAt(field.pointer)}
    >
      {(ids) => <LeafControl form={form} field={field} ids={ids} />}
    </Field>
  );
}

function LeafControl({ form, field, ids }: SchemaControlProps & { ids: ControlIds }) {
  const value = form.valueAt(field.pointer);
  const change = (next: JsonValue) => form.set(field.pointer, next);
  const common = { ...ids, onBlur: () => form.touch(field.pointer), placeholder: field.example ?? undefined };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'text':
      if (field.format === 'date-time') return <MomentControl {...common} value={text} onValue={change} />;
      if (field.format === 'role') {
        return (
          <RoleInput
            {...common}
            placeholder={roleName(common.placeholder ?? '')}
            value={text}
            onValue={(role) => change(role || undefined)}
          />
        );
      }
      return field.multiline ? (
        <Textarea {...common} value={text} onChange={(event) => change(event.target.value || undefined)} />
      ) : (
        <Input
          {...common}
          type={INPUT_TYPES[field.format ?? ''] ?? 'text'}
          value={text}
          onChange={(event) => change(event.target.value || undefined)}
        />
      );
    case 'number':
      return <NumberControl {...common} integer={field.integer} value={value} onValue={change} />;
    case 'choice':
      return <ChoiceControl ids={ids} field={field} form={form} />;
    case 'duration':
      return <DurationControl {...common} value={text} onValue={change} />;
    case 'json':
      return <JsonControl {...common} value={value} onValue={change} />;
    case 'boolean':
      return null;
    default:
      return assertNever(field);
  }
}

interface ChoiceProps {
  ids: ControlIds;
  field: LeafField & { kind: 'choice' };
  form: SchemaForm;
}

function ChoiceControl({ ids, field, form }: ChoiceProps) {
  const value = form.valueAt(field.pointer);
  const indexOf = (wanted: JsonValue) =>
    field.options.findIndex((option) => JSON.stringify(option.value) === JSON.stringify(wanted));
  const at = indexOf(value);
  const usual = field.options[indexOf(field.usual)];
  const none = usual ? `${usual.label} (as usual)` : 'None';
  return (
    <Select
      {...ids}
      value={at < 0 ? '' : String(at)}
      onBlur={() => form.touch(field.pointer)}
      onChange={(event) => {
        const chosen = event.target.value;
        form.set(field.pointer, chosen === '' ? undefined : field.options[Number(chosen)]?.value);
      }}
    >
      {(at < 0 || !field.required) && <option value="">{field.required ? 'Choose…' : none}</option>}
      {field.options.map((option, index) => (
        <option key={index} value={index}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}

function BooleanControl({ form, field }: { form: SchemaForm; field: LeafField & { kind: 'boolean' } }) {
  const error = form.errorAt(field.pointer);
  const id = `check${field.pointer.replaceAll('/', '-')}`;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-start gap-2">
        <Checkbox
          id={id}
          className="mt-0.5"
          aria-describedby={field.hint ? `${id}-hint` : undefined}
          checked={(form.valueAt(field.pointer) ?? field.usual) === true}
          onCheckedChange={(checked) => form.set(field.pointer, checked === true)}
        />
        <label htmlFor={id} className="font-medium">
          {field.label}
        </label>
      </div>
      {field.hint && (
        <p id={`${id}-hint`} className="pl-6 text-sm text-ink-faint">
          {field.hint}
        </p>
      )}
      {error && <FieldError>{error}</FieldError>}
    </div>
  );
}
