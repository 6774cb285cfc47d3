import { describe, expect, it } from 'vitest';
import { catalogueOf } from '@/features/editor/model/catalogue';
import { stepTypes } from '@/features/editor/model/editor-samples';
import type { Definition } from '@/features/editor/model/steps';
import { problemsInWords } from '@/features/editor/problems/problem-words';
import type { WorkflowProblem } from '@/lib/api-types';

const catalogue = catalogueOf(
  stepTypes.map((type) =>
    type.type === 'human.task'
      ? {
          ...type,
          configSchema: {
            anyOf: [{ required: ['role', 'form'] }, { required: ['due'] }],
            properties: { role: { title: 'Who' }, form: {}, due: { title: 'Due within' } },
          },
        }
      : type.type === 'flow.switch'
        ? {
            ...type,
            configSchema: { properties: { cases: { items: { properties: { when: { title: 'If' } } } } } },
          }
        : type,
  ),
);
const definition: Definition = {
  specVersion: '1',
  triggers: [{ id: 'event', type: 'event', eventType: '' }],
  nodes: [
    { id: 'ask1', type: 'human.task', name: 'Call them' },
    { id: 'wait', type: 'flow.wait', config: {}, compensation: { type: 'human.task' } },
    { id: 'which', type: 'flow.switch', config: { cases: [{ handle: 'a' }] } },
  ],
  edges: [],
};

function said(message: string, more: Partial<WorkflowProblem> = {}): string[] {
  const problem: WorkflowProblem = { severity: 'ERROR', code: 'any', nodeId: 'ask1', message, ...more };
  return problemsInWords([problem], definition, catalogue).map((one) => one.message);
}

describe('the words of a problem', () => {
  it.each([
    [
      'Step "ask1" may wait for ever. Give it "due", or the workflow a "timeout" in its settings.',
      'Step “Call them” may wait for ever. Give it “Due within”, or the workflow a “Timeout” in its settings.',
    ],
    [
      'Put an email.send before it, and send by its handle "allowed".',
      'Put a step “Send an e-mail” before it, and send by its way on “Allowed”.',
    ],
    [
      'Expected a time like "08:00", but crm.example.com is none.',
      'Expected a time like "08:00", but crm.example.com is none.',
    ],
  ])('%s', (message, words) => {
    expect(said(message)).toEqual([words]);
  });

  it.each([
    ['/nodes/0/config/role', 'Fill in “Who”.'],
    ['/nodes/0/config', 'Fill in “Who” and “Form” or “Due within”.'],
    ['/nodes/1/config', 'Fill in one of the settings.'],
    ['/nodes/1/compensation/config/form', 'Fill in “Form”.'],
    ['/nodes/2/config/cases/0/when', 'Fill in “If”.'],
  ])('says what is missing at %s, however the server says it', (pointer, words) => {
    expect(said('Something is wrong here.', { code: 'config.invalid', pointer })).toEqual([words]);
  });

  it.each([
    ['config.invalid', '/nodes/2/config/cases'],
    ['config.invalid', '/nodes/2/config/cases/0/handle'],
    ['config.invalid', '/nodes/7/config'],
    ['wait.endless', '/nodes/0/config/due'],
  ])('leaves a sentence as it is where nothing is missing: %s at %s', (code, pointer) => {
    expect(said('Something is wrong here.', { code, pointer })).toEqual(['Something is wrong here.']);
  });

  it('asks once for the event that starts the workflow', () => {
    const at = { pointer: '/triggers/0/eventType', nodeId: null };
    const problems: WorkflowProblem[] = [
      {
        severity: 'ERROR',
        code: 'a',
        message: 'Expected eventType to be of the form ^.*$, but it is "".',
        ...at,
      },
      { severity: 'ERROR', code: 'b', message: 'There is no event type "" in the catalogue.', ...at },
    ];

    expect(problemsInWords(problems, definition, catalogue).map(({ message }) => message)).toEqual([
      'Choose the event that starts the workflow.',
    ]);
  });
});
