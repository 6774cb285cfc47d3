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
            properties: { role: { title: 'Who' }, form: {}, due: { title: 'Due within' } },
          },
        }
      : type,
  ),
);
const definition: Definition = {
  specVersion: '1',
  triggers: [{ id: 'event', type: 'event', eventType: '' }],
  nodes: [{ id: 'ask1', type: 'human.task', name: 'Call them' }],
  edges: [],
};

function said(message: string, more: Partial<WorkflowProblem> = {}): string[] {
  const problem: WorkflowProblem = { severity: 'ERROR', code: 'any', nodeId: 'ask1', message, ...more };
  return problemsInWords([problem], definition, catalogue).map((one) => one.message);
}

describe('the words of a problem', () => {
  it.each([
    ['Expected role, but it is missing.', 'Fill in “Who”.'],
    ['Expected role or form, but neither is there.', 'Fill in “Who” or “Form”.'],
    ['Expected this to have at least 1 fields, but it has 0.', 'Fill in one of the settings.'],
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
