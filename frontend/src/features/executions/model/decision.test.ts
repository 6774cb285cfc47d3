import { describe, expect, it } from 'vitest';
import { decisionsOf } from '@/features/executions/model/decision';
import { aLog, definition } from '@/test/samples';

const known = {
  execution: { input: { budget: 20_000, comments: 'Hi' } },
  rows: [aLog({ output: { label: 'hot' } })],
};
const urgent = definition.nodes.find((node) => node.id === 'urgent') ?? null;
const decided = aLog({ stepRunId: 'urgent', nodeId: 'urgent', stepType: 'flow.if', handles: ['true'] });

describe('why a step went one way', () => {
  it('is told with the values that the condition is made of', () => {
    expect(decisionsOf({ ...decided, output: { result: true } }, urgent, known)).toEqual([
      {
        expression: "steps.classify.output.label = 'hot'",
        value: undefined,
        holds: true,
        handle: null,
        parts: [{ path: 'steps.classify.output.label', value: 'hot' }],
      },
    ]);
  });

  it('is taken from what the step has said, if it has', () => {
    const explanation = [
      { expression: '{{ input.budget > 10000 }}', value: true, holds: true, handle: 'rich' },
      { expression: "{{ input.comments = 'input.budget' }}", value: false, holds: false, handle: 'odd' },
    ];

    const decisions = decisionsOf({ ...decided, stepType: 'flow.switch', explanation }, null, known);

    expect(decisions.map(({ handle, holds, parts }) => [handle, holds, parts])).toEqual([
      ['rich', true, [{ path: 'input.budget', value: 20_000 }]],
      ['odd', false, [{ path: 'input.comments', value: 'Hi' }]],
    ]);
  });

  it('names the case of a switch that was taken', () => {
    const node = {
      id: 'urgent',
      type: 'flow.switch',
      config: {
        cases: [
          { when: '{{ input.budget }}', handle: 'a' },
          { when: '{{ 1 }}', handle: 'b' },
        ],
      },
    };

    const decisions = decisionsOf({ ...decided, stepType: 'flow.switch', handles: ['b'] }, node, known);

    expect(decisions.map(({ handle, holds }) => [handle, holds])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });

  it('is nothing for a step that decides nothing', () => {
    expect(decisionsOf(aLog(), null, known)).toEqual([]);
    expect(decisionsOf({ ...decided, status: 'FAILED' }, urgent, known)).toEqual([]);
  });
});
