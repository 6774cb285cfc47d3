import { useState } from 'react';
import { ChevronRight } from 'lucide-react';
import { objectOf } from '@/components/schema-form/model/schema';
import { ConfigField } from '@/features/editor/inspector/config-field';
import { isRequired, propertyAt, widgetOf, type StepForm } from '@/features/editor/inspector/step-form';
import { cx } from '@/lib/cx';
import { pointerTo, valueAt, type JsonObject } from '@/lib/json';

interface ConfigFieldsProps {
  form: StepForm;
  schema: JsonObject;
  pointer?: string;
}

/** The fields of an object by its schema: the usual ones, and the rare ones behind a button. */
export function ConfigFields({ form, schema, pointer = '' }: ConfigFieldsProps) {
  const names = Object.keys(objectOf(schema.properties));
  const isRare = (name: string) => widgetOf(propertyAt(schema, name)).advanced;
  const isSet = (name: string) => valueAt(form.value, pointerTo(pointer, name)) !== undefined;
  const isWrong = (name: string) => form.errorAt(pointerTo(pointer, name)) !== null;
  const [all, setAll] = useState(false);
  const usual = names.filter((name) => !isRare(name) || isSet(name) || isWrong(name));
  const rare = names.filter((name) => !usual.includes(name));

  const field = (name: string) => (
    <ConfigField
      key={name}
      form={form}
      name={name}
      schema={propertyAt(schema, name)}
      pointer={pointerTo(pointer, name)}
      required={isRequired(schema, name)}
    />
  );

  return (
    <div className="flex min-w-0 flex-col gap-4">
      {usual.map(field)}
      {rare.length > 0 && (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="flex items-center gap-1 self-start rounded-sm text-sm font-medium text-ink-soft hover:text-ink"
        >
          <ChevronRight className={cx('size-4 transition-transform', all && 'rotate-90')} aria-hidden />
          {all ? 'Fewer settings' : 'More settings'}
        </button>
      )}
      {all && rare.map(field)}
    </div>
  );
}
