import { DurationControl } from '@/components/schema-form/duration-control';
import { NumberControl } from '@/components/schema-form/number-control';
import { Input, Select, Textarea } from '@/components/ui/controls';
import { Field, type ControlIds } from '@/components/ui/field';
import type { Literal } from '@/features/workflows/model/literals';
import type { Question } from '@/features/workflows/model/questions';
import type { JsonValue } from '@/lib/json';

const LONG = 80;

interface QuestionDefaultProps {
  question: Question;
  literal: Literal;
  error: string | null;
  onValue: (value: JsonValue) => void;
}

/** What a question starts with: today's value, unless somebody changes it. */
export function QuestionDefault({ question, literal, error, onValue }: QuestionDefaultProps) {
  const isNone = question.default === undefined;
  return (
    <Field
      label="Default"
      hint={isNone ? 'None: today’s value is shown as an example.' : undefined}
      error={error}
      required={false}
    >
      {(ids) => <Control ids={ids} question={question} literal={literal} onValue={onValue} />}
    </Field>
  );
}

interface ControlProps extends Omit<QuestionDefaultProps, 'error'> {
  ids: ControlIds;
}

function Control({ ids, question, literal, onValue }: ControlProps) {
  const { type, default: value } = question;
  const text = typeof value === 'string' ? value : '';
  switch (type) {
    case 'boolean':
      return (
        <Select
          {...ids}
          value={String(value === true)}
          onChange={(event) => onValue(event.target.value === 'true')}
        >
          <option value="true">Yes</option>
          <option value="false">No</option>
        </Select>
      );
    case 'number':
    case 'integer':
      return <NumberControl {...ids} integer={type === 'integer'} value={value} onValue={onValue} />;
    case 'duration':
      return <DurationControl {...ids} value={text} onValue={onValue} />;
    case 'enum':
      return (
        <Select {...ids} value={text} onChange={(event) => onValue(event.target.value || undefined)}>
          <option value="">None</option>
          {textsOf(literal).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      );
    case 'string':
    case 'list':
      return isLong(literal) ? (
        <Textarea {...ids} value={text} onChange={(event) => onValue(event.target.value || undefined)} />
      ) : (
        <Input {...ids} value={text} onChange={(event) => onValue(event.target.value || undefined)} />
      );
  }
}

function textsOf({ options }: Literal): { value: string; label: string }[] {
  return (options ?? []).flatMap(({ value, label }) => (typeof value === 'string' ? [{ value, label }] : []));
}

/** By today's value, so that the field stays the same one while somebody types. */
function isLong({ value }: Literal): boolean {
  return typeof value === 'string' && (value.includes('\n') || value.length > LONG);
}
