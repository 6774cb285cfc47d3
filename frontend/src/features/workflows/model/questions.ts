import type { Mistakes } from '@/components/form/use-editing';
import type { Literal } from './literals';
import type { WorkflowDefinition } from '@/lib/definition';
import { withValueAt, type JsonObject, type JsonValue } from '@/lib/json';
import type { ParameterType } from '@/lib/template-types';

/** A value of the workflow that is asked for, as one edits it. */
export interface Question {
  /** The places in the definition that the answer goes to; at each there is the same value today. */
  pointers: string[];
  /** What placeholders call it. */
  name: string;
  title: string;
  description: string;
  type: ParameterType;
  default: JsonValue;
  required: boolean;
}

const LONGEST_NAME = 64;
const LONGEST_TITLE = 120;
const LONGEST_TEXT = 2000;
const MOST = 100;
const NAME = /^[a-z][A-Za-z0-9]*$/;
const DURATION = /^P(?!$)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/;
const WHOLE: ParameterType[] = ['integer', 'number'];

/** The types whose values go back to the same place as the value of today. */
export function typesFor({ value, schema, options }: Literal): ParameterType[] {
  if (typeof value === 'boolean') return ['boolean'];
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return ['number'];
    return schema.type === 'integer' ? ['integer'] : WHOLE;
  }
  if (options !== null) return ['enum', 'string'];
  return DURATION.test(value) ? ['duration', 'string'] : ['string'];
}

/** A question about a value, with its field's words and today's value. */
export function questionOf(literal: Literal, others: Question[]): Question {
  const { pointer, step, label, hint, value } = literal;
  const isNew = (title: string) => others.every((other) => other.title !== title);
  return {
    pointers: [pointer],
    name: nameOf(literal, new Set(others.map(({ name }) => name))),
    title: (isNew(label) ? label : `${label} (${step})`).slice(0, LONGEST_TITLE),
    description: (hint ?? `Used by the step “${step}”.`).slice(0, LONGEST_TEXT),
    type: typesFor(literal)[0] ?? 'string',
    default: value,
    required: true,
  };
}

function nameOf({ step, label }: Literal, taken: ReadonlySet<string>): string {
  const field = label.split(': ').at(-1) ?? label;
  const names = [field, label, `${step} ${label}`, 'value'].map(camelCase).filter((name) => name !== '');
  const free = names.find((name) => !taken.has(name));
  if (free !== undefined) return free;
  const first = names[0] ?? '';
  let count = 2;
  while (taken.has(`${first}${count}`)) count += 1;
  return `${first}${count}`;
}

function camelCase(text: string): string {
  const words = text.replace(/['’]/g, '').match(/[A-Za-z0-9]+/g) ?? [];
  const name = words
    .map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
    .replace(/^[^a-z]+/, '');
  // Leaves room for a number.
  return name.slice(0, LONGEST_NAME - 4);
}

/** The questions with one put in, in the order of the values in the workflow. */
export function withQuestion(questions: Question[], question: Question, literals: Literal[]): Question[] {
  const others = questions.filter(({ pointers }) => pointers[0] !== question.pointers[0]);
  const placeOf = ({ pointers }: Question) => literals.findIndex(({ pointer }) => pointer === pointers[0]);
  return [...others, question].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Other places that have the same value today and that no other question is about. */
export function placesAlike(literal: Literal, literals: Literal[], others: Question[]): string[] {
  const asked = new Set(others.flatMap(({ pointers }) => pointers));
  return literals
    .filter(
      ({ pointer, value }) => value === literal.value && pointer !== literal.pointer && !asked.has(pointer),
    )
    .map(({ pointer }) => pointer);
}

/** What is wrong with the questions, at the places where the server names them as well. */
export function mistakesInQuestions(questions: Question[]): Mistakes {
  const mistakes: Mistakes = {};
  questions.forEach((question, index) => {
    const at = (field: string, message: string | null) => {
      if (message !== null) mistakes[`/parameters/${index}/${field}`] = message;
    };
    const isTwice = questions.findIndex(({ name }) => name === question.name) < index;
    at('name', nameMistake(question.name, isTwice));
    at('title', question.title.trim() === '' ? 'Say what is asked.' : null);
    at('description', question.description.trim() === '' ? 'Say what the answer does.' : null);
    at('default', defaultMistake(question));
  });
  if (questions.length > MOST) mistakes['/parameters'] = `Ask at most ${MOST} questions.`;
  return mistakes;
}

function nameMistake(name: string, isTwice: boolean): string | null {
  if (!NAME.test(name) || name.length > LONGEST_NAME)
    return 'Begin with a small letter and keep to 64 letters and digits, such as storeName.';
  return isTwice ? 'Another question has this key. Choose one of its own.' : null;
}

function defaultMistake({ type, default: value, required }: Question): string | null {
  if (isEmpty(value)) {
    return required || type === 'string'
      ? null
      : 'Give a default, or say that an answer is required: nothing would not be a value here.';
  }
  if (type === 'integer' && !Number.isSafeInteger(value)) return 'Enter a whole number.';
  if (type === 'number' && !Number.isFinite(value)) return 'Enter a number.';
  if (type === 'duration' && !(typeof value === 'string' && DURATION.test(value)))
    return 'Enter a duration such as PT15M for 15 minutes or P2D for two days.';
  return null;
}

function isEmpty(value: JsonValue): boolean {
  return value === undefined || value === '';
}

/** The questions as the template declares them. */
export function parametersOf(questions: Question[], literals: Literal[]): JsonObject[] {
  const byPointer = new Map(literals.map((literal) => [literal.pointer, literal]));
  return questions.map((question) => {
    const literal = byPointer.get(question.pointers[0] ?? '');
    const { name, type, required } = question;
    return {
      name,
      title: question.title.trim(),
      description: question.description.trim(),
      type,
      required,
      // Without a default, today's value shows what an answer looks like.
      ...(isEmpty(question.default) ? { example: literal?.value } : { default: question.default }),
      ...(type === 'enum' && { options: optionsFor(literal) }),
      ...(literal && boundsFor(type, required, literal.schema)),
    };
  });
}

function optionsFor(literal: Literal | undefined): JsonObject[] {
  return (literal?.options ?? []).map(({ value, label }) => ({ value, title: label }));
}

/** What the field itself demands of a value, so that an answer is refused where it is given. */
function boundsFor(type: ParameterType, required: boolean, schema: JsonObject): JsonObject {
  const bounds: JsonObject = {};
  const take = (key: string, value: JsonValue) => {
    if (typeof value === 'number') bounds[key] = value;
  };
  if (type === 'number' || type === 'integer') {
    take('minimum', schema.minimum);
    take('maximum', schema.maximum);
  }
  if (type === 'string') {
    if (required) bounds.minLength = 1;
    take('maxLength', schema.maxLength);
  }
  return bounds;
}

/** The definition with a placeholder wherever something is asked. */
export function withPlaceholders(definition: WorkflowDefinition, questions: Question[]): WorkflowDefinition {
  const filled = questions.reduce<JsonValue>(
    (whole, { name, pointers }) =>
      pointers.reduce((tree, pointer) => withValueAt(tree, pointer, `[[${name}]]`), whole),
    definition as unknown as JsonValue,
  );
  return filled as unknown as WorkflowDefinition;
}
