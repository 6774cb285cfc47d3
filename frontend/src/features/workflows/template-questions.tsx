import { useId, useState } from 'react';
import type { Editing } from '@/components/form/use-editing';
import { SearchInput } from '@/components/ui/controls';
import { FieldError } from '@/components/ui/field';
import type { Literal } from '@/features/workflows/model/literals';
import { placesAlike, questionOf, withQuestion, type Question } from '@/features/workflows/model/questions';
import type { TemplateValues } from '@/features/workflows/model/template-document';
import { QuestionRow } from '@/features/workflows/question-row';
import { plural } from '@/lib/format/words';

/** So many values are looked through without a search. */
const FEW = 10;

interface TemplateQuestionsProps {
  form: Editing<TemplateValues>;
  literals: Literal[];
}

/** The fixed values of the workflow, each of which can become a question of the template. */
export function TemplateQuestions({ form, literals }: TemplateQuestionsProps) {
  const [words, setWords] = useState('');
  const { questions } = form.value;
  const shown = literals.filter((literal) => isMeant(literal, words) || isAsked(literal, questions));
  const error = form.errorAt('/parameters');

  return (
    <fieldset className="min-w-0 border-t pt-4">
      <legend className="sr-only">Questions that it asks</legend>
      <h3 className="font-semibold" aria-hidden>
        Questions that it asks
      </h3>
      <p className="mt-0.5 text-sm text-ink-faint">
        {literals.length === 0
          ? 'The steps of this workflow have no fixed values that could be asked for.'
          : 'Tick what should be asked whenever a workflow is made of the template. The rest stays as it is.'}
      </p>
      {literals.length > FEW && (
        <SearchInput
          className="mt-3"
          aria-label="Search the values"
          placeholder={`Search ${plural(literals.length, 'value')}`}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {error && <FieldError>{error}</FieldError>}
      {literals.length > 0 && shown.length === 0 && (
        <p className="mt-3 text-ink-faint">No value fits this search.</p>
      )}
      <div className="mt-3 flex flex-col gap-3">
        {byStep(shown).map((group) => (
          <StepValues key={group[0]?.nodeId} form={form} literals={literals} group={group} />
        ))}
      </div>
    </fieldset>
  );
}

interface StepValuesProps extends TemplateQuestionsProps {
  /** The values of one step. */
  group: Literal[];
}

function StepValues({ form, literals, group }: StepValuesProps) {
  const id = useId();
  const { value, change, errorAt } = form;
  const { questions } = value;
  const keep = (next: Question[], place = '/questions') => change(place, { ...value, questions: next });
  const isOf = (literal: Literal) => (question: Question) => question.pointers[0] === literal.pointer;

  function toggle(literal: Literal) {
    const others = questions.filter((question) => !isOf(literal)(question));
    const isNew = others.length === questions.length;
    keep(isNew ? withQuestion(others, questionOf(literal, others), literals) : others);
  }

  return (
    <section aria-labelledby={id}>
      <h4 id={id} className="text-sm font-medium text-ink-faint">
        {group[0]?.step}
      </h4>
      <ul className="mt-1 flex flex-col gap-1">
        {group.map((literal) => {
          const at = questions.findIndex(isOf(literal));
          const others = questions.filter((_, index) => index !== at);
          return (
            <QuestionRow
              key={literal.pointer}
              literal={literal}
              question={questions[at]}
              askedWith={others.find(({ pointers }) => pointers.includes(literal.pointer))}
              alike={placesAlike(literal, literals, others)}
              errorAt={(field) => errorAt(`/parameters/${at}/${field}`)}
              onToggle={() => toggle(literal)}
              onChange={(next, field) =>
                keep(withQuestion(questions, next, literals), `/parameters/${at}/${field}`)
              }
            />
          );
        })}
      </ul>
    </section>
  );
}

function byStep(literals: Literal[]): Literal[][] {
  const steps = [...new Set(literals.map(({ nodeId }) => nodeId))];
  return steps.map((step) => literals.filter(({ nodeId }) => nodeId === step));
}

function isMeant({ step, label, value }: Literal, words: string): boolean {
  const text = `${step} ${label} ${value}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function isAsked({ pointer }: Literal, questions: Question[]): boolean {
  return questions.some(({ pointers }) => pointers[0] === pointer);
}
