import { useId } from 'react';
import { Checkbox, Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import type { Literal } from '@/features/workflows/model/literals';
import { typesFor, type Question } from '@/features/workflows/model/questions';
import { QuestionDefault } from '@/features/workflows/question-default';
import { plural } from '@/lib/format/words';
import type { ParameterType } from '@/lib/template-types';

const LONGEST_TITLE = 120;
const LONGEST_TEXT = 2000;

const TYPES: Record<ParameterType, string> = {
  string: 'Text',
  number: 'Number',
  integer: 'Whole number',
  boolean: 'Yes or no',
  duration: 'Duration',
  enum: 'One of a list',
  list: 'List',
};

interface QuestionFieldsProps {
  literal: Literal;
  question: Question;
  /** Other places that have the same value. */
  alike: string[];
  errorAt: (field: string) => string | null;
  onChange: (question: Question, field: string) => void;
}

/** How one question is put, and what is taken where nobody answers it. */
export function QuestionFields({ literal, question, alike, errorAt, onChange }: QuestionFieldsProps) {
  const types = typesFor(literal);
  const set = (part: Partial<Question>) => onChange({ ...question, ...part }, Object.keys(part)[0] ?? '');
  return (
    <div
      role="group"
      aria-label={`What is asked about “${literal.label}”`}
      className="mt-3 flex flex-col gap-3 pl-6"
    >
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Field label="Question" error={errorAt('title')} required>
          {(ids) => (
            <Input
              {...ids}
              maxLength={LONGEST_TITLE}
              value={question.title}
              onChange={(event) => set({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label="Key" error={errorAt('name')} required>
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              spellCheck={false}
              value={question.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label="Help" hint="What the answer does." error={errorAt('description')} required>
        {(ids) => (
          <Input
            {...ids}
            maxLength={LONGEST_TEXT}
            value={question.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        )}
      </Field>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Field label="Kind of answer" error={errorAt('type')} required>
          {(ids) => (
            <Select
              {...ids}
              value={question.type}
              disabled={types.length === 1}
              onChange={(event) => set({ type: event.target.value as ParameterType })}
            >
              {types.map((type) => (
                <option key={type} value={type}>
                  {TYPES[type]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <QuestionDefault
          question={question}
          literal={literal}
          error={errorAt('default')}
          onValue={(value) => set({ default: value })}
        />
      </div>
      <Tick checked={question.required} onChange={(required) => set({ required })}>
        An answer is required
      </Tick>
      {alike.length > 0 && (
        <Tick
          checked={question.pointers.length > 1}
          onChange={(together) => set({ pointers: [literal.pointer, ...(together ? alike : [])] })}
        >
          Use the answer at {plural(alike.length, 'other place')} with this value, too
        </Tick>
      )}
    </div>
  );
}

interface TickProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: React.ReactNode;
}

function Tick({ checked, onChange, children }: TickProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2">
      <Checkbox
        id={id}
        className="mt-0.5"
        checked={checked}
        onCheckedChange={(next) => onChange(next === true)}
      />
      <label htmlFor={id}>{children}</label>
    </div>
  );
}
