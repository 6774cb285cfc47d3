import { useId } from 'react';
import { Checkbox } from '@/components/ui/controls';
import type { Literal } from '@/features/workflows/model/literals';
import { typesFor, type Question } from '@/features/workflows/model/questions';
import { QuestionFields } from '@/features/workflows/question-fields';
import { durationInWords } from '@/lib/format/time';
import { inWords } from '@/lib/format/words';

interface QuestionRowProps {
  literal: Literal;
  /** The question that is asked about it. */
  question: Question | undefined;
  /** The question whose answer goes here as well. */
  askedWith: Question | undefined;
  /** Other places that have the same value. */
  alike: string[];
  errorAt: (field: string) => string | null;
  onToggle: () => void;
  onChange: (question: Question, field: string) => void;
}

/** One fixed value with what is asked about it, once it is ticked. */
export function QuestionRow({ literal, question, askedWith, onToggle, ...rest }: QuestionRowProps) {
  const id = useId();
  return (
    <li className={question ? 'rounded-md border px-3 py-2' : 'px-3 py-1'}>
      <div className="flex items-start gap-2">
        <Checkbox
          id={id}
          className="mt-0.5"
          checked={question !== undefined || askedWith !== undefined}
          disabled={askedWith !== undefined}
          onCheckedChange={onToggle}
        />
        <label htmlFor={id} className="min-w-0 flex-1">
          {literal.label}{' '}
          <span className="block truncate text-sm text-ink-faint">
            {askedWith ? `Takes the answer to “${askedWith.title}”` : valueInWords(literal)}
          </span>
        </label>
      </div>
      {question && <QuestionFields literal={literal} question={question} {...rest} />}
    </li>
  );
}

function valueInWords(literal: Literal): string {
  const { value, options } = literal;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  const chosen = options?.find((option) => option.value === value);
  if (chosen) return chosen.label === inWords(value) ? chosen.label : `${chosen.label} (${value})`;
  return typesFor(literal).includes('duration') ? durationInWords(value) : `“${value}”`;
}
