import { describe, expect, it } from 'vitest';
import { stepTypes } from '@/features/editor/model/editor-samples';
import { scopeOf } from '@/features/editor/model/scope';
import { dataSeen, obstaclesOf, trialOf } from '@/features/editor/testing/one-step';
import type { TestResult } from '@/lib/building-types';
import type { WorkflowDefinition } from '@/lib/definition';

const definition = {
  specVersion: '1',
  input: { type: 'object', required: ['plate'], properties: { plate: { examples: ['ABC 123'] } } },
  nodes: [
    { id: 'look', type: 'data.transform', config: { value: '{{ input.plate }}' } },
    { id: 'each', type: 'flow.foreach', config: { items: '{{ steps.look.output }}' } },
    { id: 'mail', type: 'email.send', parent: 'each', config: { to: '{{ item }}' }, join: 'ANY' },
    { id: 'ask', type: 'human.task', parent: 'each', config: { role: 'SALES' } },
    { id: 'sorry', type: 'human.task', config: { role: '{{ steps.look.error.message }}' } },
  ],
  edges: [
    { source: 'look', target: 'each' },
    { source: 'mail', target: 'ask' },
    { source: 'look', sourceHandle: 'error', target: 'sorry' },
  ],
} as unknown as WorkflowDefinition;

const node = (id: string) => definition.nodes.find((one) => one.id === id)!;
const scope = (id: string) => scopeOf(definition, { stepTypes, eventTypes: [] }, id);
const past = {
  input: { plate: 'XYZ 9' },
  result: { steps: [{ nodeId: 'look', status: 'COMPLETED', output: ['a'] }] } as unknown as TestResult,
};

describe('the data that a step sees alone', () => {
  it('is made of samples first', () => {
    expect(dataSeen(scope('each'), new Map(), null)).toMatchObject({ input: { plate: 'ABC 123' } });
  });

  it('is what the last run gave', () => {
    expect(dataSeen(scope('each'), new Map(), past)).toMatchObject({
      input: { plate: 'XYZ 9' },
      steps: { look: { output: ['a'] } },
    });
  });

  it('is what is pinned before all', () => {
    const pins = new Map([['look', { output: ['pinned'], handle: null }]]);

    expect(dataSeen(scope('each'), pins, past)).toMatchObject({ steps: { look: { output: ['pinned'] } } });
  });

  it('leaves to the engine what it says by itself', () => {
    expect(Object.keys(dataSeen(scope('mail'), new Map(), null))).toEqual(['input', 'steps', 'item']);
  });
});

describe('a step alone', () => {
  const answers = new Map([
    ['mail', { output: { messageId: 'm' }, handle: null }],
    ['ask', { output: {}, handle: null }],
  ]);

  it('follows stand-ins that give what it sees', () => {
    const { definition: alone, test } = trialOf(
      definition,
      { ...node('sorry'), config: {} },
      { input: { plate: 'X' }, steps: { look: { output: 1 } } },
      answers,
    );

    expect(alone.nodes.map(({ id }) => id)).toEqual(['look', 'sorry']);
    expect(alone.input).toBeUndefined();
    expect(test).toMatchObject({ input: { plate: 'X' } });
  });

  it('takes the failure of the step that it follows so', () => {
    const data = { steps: { look: { error: { code: 'http.timeout', message: 'Too late.' } } } };

    const { definition: alone, test } = trialOf(definition, node('sorry'), data, answers);

    expect(alone.edges).toEqual([{ source: 'look', sourceHandle: 'error', target: 'sorry' }]);
    expect(test.mocks?.look).toEqual([
      { error: { code: 'http.timeout', message: 'Too late.', retryable: false } },
    ]);
  });

  it('is in a loop of one round if it sees an item, and bound to nothing else', () => {
    const data = { steps: { look: { output: ['a', 'b'] } }, item: 'b' };

    const { definition: alone, test } = trialOf(definition, node('mail'), data, answers);

    expect(alone.nodes.slice(1)).toEqual([
      expect.objectContaining({ id: 'items' }),
      { id: 'round', type: 'flow.foreach', config: { items: '{{ steps.items.output }}' } },
      { id: 'mail', type: 'email.send', parent: 'round', config: { to: '{{ item }}' } },
    ]);
    expect(alone.edges).toEqual([
      { source: 'look', target: 'round' },
      { source: 'items', target: 'round' },
    ]);
    expect(test.mocks).toEqual({
      mail: [{ output: { messageId: 'm' } }],
      look: [{ output: ['a', 'b'] }],
      items: [{ output: ['b'] }],
    });
  });

  it('brings what is inside of it', () => {
    const { definition: alone, test } = trialOf(definition, node('each'), { input: {} }, answers);

    expect(alone.nodes.map(({ id }) => id)).toEqual(['each', 'mail', 'ask']);
    expect(alone.edges).toEqual([{ source: 'mail', target: 'ask' }]);
    expect(Object.keys(test.mocks ?? {})).toEqual(['mail', 'ask']);
  });
});

describe('why a step came to no end', () => {
  const resultOf = (code: string) =>
    ({ failures: [{ pointer: '', code, message: 'As it is.' }] }) as unknown as TestResult;

  it('is said so that one knows what to do', () => {
    expect(obstaclesOf(resultOf('test.never-ends'))[0]).toMatch(/Try the whole workflow/);
    expect(obstaclesOf(resultOf('test.no-mock'))).toEqual(['As it is.']);
    expect(obstaclesOf(resultOf('test.status'))).toEqual([]);
  });
});
