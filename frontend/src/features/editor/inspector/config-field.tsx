import { ConditionBuilder } from '@/components/expression/condition-builder';
import { ExpressionControl } from '@/components/expression/expression-control';
import { hasExpression } from '@/components/expression/model/template';
import { fieldOf, textOf } from '@/components/schema-form/model/schema';
import { SchemaControl, type LeafField } from '@/components/schema-form/schema-control';
import { Field, FieldError } from '@/components/ui/field';
import { ConfigFields } from '@/features/editor/inspector/config-fields';
import { widgetOf, type StepForm } from '@/features/editor/inspector/step-form';
import { WIDGETS } from '@/features/editor/inspector/widgets';
import { inWords } from '@/lib/format/words';
import { isObject, type JsonObject } from '@/lib/json';

interface ConfigFieldProps {
  form: StepForm;
  name: string;
  schema: JsonObject;
  pointer: string;
  required: boolean;
}

const TEXTS = new Set(['template', 'textarea', 'expression', 'condition', 'text', '']);

/** One setting of a step, in the way that its schema asks for. */
export function ConfigField({ form, name, schema, pointer, required }: ConfigFieldProps) {
  const { widget, placeholder } = widgetOf(schema);
  const label = textOf(schema.title) ?? inWords(name);
  const value = form.valueAt(pointer);
  const frame = { label, hint: textOf(schema.description), required, error: form.errorAt(pointer) };
  const Widget = WIDGETS[widget];

  if (isObject(schema.properties) && (widget === 'correlation' || widget === 'json' || widget === '')) {
    return (
      <fieldset className="min-w-0">
        <legend className="font-medium">
          {label}
          {!required && <span className="ml-1.5 font-normal text-ink-faint">optional</span>}
        </legend>
        {frame.hint && <p className="mt-0.5 text-sm text-ink-faint">{frame.hint}</p>}
        <div className="mt-2 border-l-2 pl-3">
          <ConfigFields form={form} schema={schema} pointer={pointer} />
        </div>
        {frame.error && <FieldError>{frame.error}</FieldError>}
      </fieldset>
    );
  }

  if (Widget && !(hasExpression(value) && widget !== 'json')) {
    return (
      <Field {...frame}>
        {(ids) => (
          <Widget
            ids={ids}
            label={label}
            schema={schema}
            value={value}
            readOnly={form.readOnly}
            scope={form.scopeAt(pointer)}
            onValue={(next) => form.set(pointer, next)}
          />
        )}
      </Field>
    );
  }

  if (hasExpression(value) || isText(schema, widget, value)) {
    const Control = widget === 'condition' ? ConditionBuilder : ExpressionControl;
    return (
      <Field {...frame}>
        {(ids) => (
          <Control
            ids={ids}
            label={label}
            value={typeof value === 'string' ? value : ''}
            mode={widget === 'expression' || widget === 'condition' ? 'expression' : 'template'}
            multiline={widget === 'textarea'}
            placeholder={placeholder}
            readOnly={form.readOnly}
            scope={form.scopeAt(pointer)}
            onValue={(next) => form.set(pointer, next)}
          />
        )}
      </Field>
    );
  }

  const leaf = { ...fieldOf(schema, pointer, required), label };
  return (
    <SchemaControl form={form} field={leaf.kind === 'object' || leaf.kind === 'list' ? asJson(leaf) : leaf} />
  );
}

/** Whether the field is for a text at all, and holds none that is something else. */
function isText(schema: JsonObject, widget: string, value: unknown): boolean {
  if (!TEXTS.has(widget)) return false;
  if (typeof value !== 'string' && value !== undefined) return false;
  return schema.enum === undefined && (schema.type === 'string' || schema.type === undefined);
}

function asJson(field: ReturnType<typeof fieldOf>): LeafField {
  const { pointer, label, hint, required, example, usual } = field;
  return { pointer, label, hint, required, example, usual, kind: 'json' };
}
