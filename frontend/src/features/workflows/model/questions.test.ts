import { describe, expect, it } from 'vitest';
import { literalsIn, type Literal } from './literals';
import {
  mistakesInQuestions,
  parametersOf,
  placesAlike,
  questionOf,
  typesFor,
  withPlaceholders,
  withQuestion,
  type Question,
} from './questions';
import type { StepType } from '@/lib/api-types';
import type { WorkflowDefinition } from '@/lib/definition';
import { ifType } from '@/test/samples';

const taskType: StepType = {
  ...ifType,
  type: 'human.task',
  title: 'Task',
  configSchema: {
    type: 'object',
    properties: {
      role: { type: 'string', title: 'Role', description: 'Who can do it.', 'x-ui': { widget: 'role' } },
      priority: { type: 'string', title: 'Priority', enum: ['LOW', 'HIGH'] },
      tries: { type: 'integer', title: 'Tries', minimum: 1, maximum: 9 },
      form: { type: 'object', title: 'Form', 'x-ui': { widget: 'schema' } },
      context: { title: 'What they see', 'x-ui': { widget: 'json' } },
    },
  },
};

const definition: WorkflowDefinition = {
  specVersion: '1',
  nodes: [
    {
      id: 'sort',
      type: 'ai.classify',
      name: 'Sort',
      config: { text: '{{ input.comments }}', labels: ['hot'], confidenceMin: 0.7, cache: false },
    },
    {
      id: 'call',
      type: 'human.task',
      name: 'Call',
      config: {
        role: 'BDC',
        title: 'Call {{ input.name }}',
        priority: 'HIGH',
        tries: 2,
        form: { type: 'object', title: 'A form' },
        context: { store: 'BDC', 'a/b': ['one', '', null] },
        due: 'PT4H',
      },
      compensation: { type: 'human.task', config: { role: 'BDC' } },
    },
  ],
  edges: [{ source: 'sort', sourceHandle: 'hot', target: 'call' }],
};

const literals = literalsIn(definition, [taskType]);
const at = (pointer: string): Literal => {
  const found = literals.find((literal) => literal.pointer === pointer);
  if (!found) throw new Error(`there is no value at ${pointer}`);
  return found;
};
const asked = (...pointers: string[]): Question[] =>
  pointers.reduce<Question[]>(
    (questions, pointer) => withQuestion(questions, questionOf(at(pointer), questions), literals),
    [],
  );

describe('the values that could be asked for', () => {
  it('are what is fixed, with the words of its field, and neither expressions nor what gives the workflow its shape', () => {
    expect(literals.map(({ pointer, label, value }) => [pointer, label, value])).toEqual([
      ['/nodes/0/config/confidenceMin', 'Confidence min', 0.7],
      ['/nodes/0/config/cache', 'Cache', false],
      ['/nodes/1/config/role', 'Role', 'BDC'],
      ['/nodes/1/config/priority', 'Priority', 'HIGH'],
      ['/nodes/1/config/tries', 'Tries', 2],
      ['/nodes/1/config/context/store', 'What they see: Store', 'BDC'],
      ['/nodes/1/config/context/a~1b/0', 'What they see: A/b: 1', 'one'],
      ['/nodes/1/config/due', 'Due', 'PT4H'],
      ['/nodes/1/compensation/config/role', 'To undo it: Role', 'BDC'],
    ]);
    expect(at('/nodes/1/config/role')).toMatchObject({ step: 'Call', hint: 'Who can do it.' });
  });

  it('can be asked for as what they are, and as what goes to the same place', () => {
    expect(typesFor(at('/nodes/0/config/confidenceMin'))).toEqual(['number']);
    expect(typesFor(at('/nodes/0/config/cache'))).toEqual(['boolean']);
    expect(typesFor(at('/nodes/1/config/role'))).toEqual(['string']);
    expect(typesFor(at('/nodes/1/config/priority'))).toEqual(['enum', 'string']);
    expect(typesFor(at('/nodes/1/config/tries'))).toEqual(['integer']);
    expect(typesFor(at('/nodes/1/config/due'))).toEqual(['duration', 'string']);
  });

  it.each(['P', 'PT', 'P1DT', 'P1W', 'Please wait'])('%s is a text and no duration', (value) => {
    expect(typesFor({ ...at('/nodes/1/config/due'), value })).toEqual(['string']);
  });
});

describe('a question', () => {
  it('has the words of its field, today’s value and a key of its own', () => {
    const [first, second, third] = asked(
      '/nodes/1/config/role',
      '/nodes/1/config/context/store',
      '/nodes/1/compensation/config/role',
    );

    expect(first).toEqual({
      pointers: ['/nodes/1/config/role'],
      name: 'role',
      title: 'Role',
      description: 'Who can do it.',
      type: 'string',
      default: 'BDC',
      required: true,
    });
    expect(second).toMatchObject({ name: 'store', description: 'Used by the step “Call”.' });
    expect(third).toMatchObject({ name: 'toUndoItRole' });
  });

  it('keeps its place among the others, whenever it is put', () => {
    const questions = asked('/nodes/1/config/due', '/nodes/0/config/cache');

    expect(questions.map(({ name }) => name)).toEqual(['cache', 'due']);
  });

  it('can be about every place with the same value that no other question is about', () => {
    const others = asked('/nodes/1/compensation/config/role');

    expect(placesAlike(at('/nodes/1/config/role'), literals, others)).toEqual([
      '/nodes/1/config/context/store',
    ]);
  });

  it('stands in the definition as a placeholder, wherever it is asked for', () => {
    const [role] = asked('/nodes/1/config/role');
    const [one] = asked('/nodes/1/config/context/a~1b/0');
    if (!role || !one) throw new Error('there are two questions');
    const everywhere = { ...role, pointers: [...role.pointers, '/nodes/1/compensation/config/role'] };

    const { nodes } = withPlaceholders(definition, [everywhere, one]);

    expect(nodes[0]).toEqual(definition.nodes[0]);
    expect(nodes[1]).toEqual({
      ...definition.nodes[1],
      config: {
        ...definition.nodes[1]?.config,
        role: '[[role]]',
        context: { store: 'BDC', 'a/b': ['[[whatTheySeeAB1]]', '', null] },
      },
      compensation: { type: 'human.task', config: { role: '[[role]]' } },
    });
  });
});

describe('what a template declares', () => {
  const declared = (question: Question | undefined, change: Partial<Question> = {}) =>
    question && parametersOf([{ ...question, ...change }], literals)[0];

  it('is what was said of the question, within the bounds of its field', () => {
    expect(declared(asked('/nodes/1/config/tries')[0], { title: ' How often ' })).toEqual({
      name: 'tries',
      title: 'How often',
      description: 'Used by the step “Call”.',
      type: 'integer',
      required: true,
      default: 2,
      minimum: 1,
      maximum: 9,
    });
  });

  it('offers what the field offers', () => {
    expect(declared(asked('/nodes/1/config/priority')[0])).toMatchObject({
      type: 'enum',
      default: 'HIGH',
      options: [
        { value: 'LOW', title: 'Low' },
        { value: 'HIGH', title: 'High' },
      ],
    });
  });

  it('keeps a value that looks like an expression as it is', () => {
    expect(declared(asked('/nodes/1/config/role')[0], { default: '{{ secrets.x }}' })).toMatchObject({
      default: '{{ secrets.x }}',
    });
  });

  it('shows today’s value as an example where there is no default', () => {
    const parameter = declared(asked('/nodes/1/config/role')[0], { default: undefined });

    expect(parameter).toMatchObject({ example: 'BDC', required: true });
    expect(parameter).not.toHaveProperty('default');
  });
});

describe('what is wrong with questions', () => {
  const mistakes = (change: Partial<Question>) =>
    mistakesInQuestions(asked('/nodes/1/config/tries').map((question) => ({ ...question, ...change })));

  it.each<[string, Partial<Question>]>([
    ['/parameters/0/name', { name: 'Store name' }],
    ['/parameters/0/name', { name: 'a'.repeat(65) }],
    ['/parameters/0/title', { title: ' ' }],
    ['/parameters/0/description', { description: '' }],
    ['/parameters/0/default', { default: 1.5 }],
    ['/parameters/0/default', { default: Number.NaN }],
    ['/parameters/0/default', { default: undefined, required: false }],
    ['/parameters/0/default', { type: 'duration', default: '2 hours' }],
  ])('is said at %s', (place, change) => {
    expect(Object.keys(mistakes(change))).toEqual([place]);
  });

  it('is nothing as they are made, and nothing where an answer is required instead of a default', () => {
    expect(mistakesInQuestions(asked(...literals.map(({ pointer }) => pointer)))).toEqual({});
    expect(mistakes({ default: undefined })).toEqual({});
  });

  it('is a key that an earlier question has', () => {
    const [one, other] = asked('/nodes/1/config/role', '/nodes/1/config/due');
    if (!one || !other) throw new Error('there are two questions');

    expect(Object.keys(mistakesInQuestions([one, { ...other, name: one.name }]))).toEqual([
      '/parameters/1/name',
    ]);
  });

  it('is that there are too many', () => {
    const [one] = asked('/nodes/1/config/role');
    if (!one) throw new Error('there is a question');
    const many = Array.from({ length: 101 }, (_, index) => ({ ...one, name: `role${index}` }));

    expect(mistakesInQuestions(many)).toEqual({ '/parameters': 'Ask at most 100 questions.' });
  });
});
