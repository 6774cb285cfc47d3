import { expect, it } from 'vitest';
import { calledIn, isAwaited, pathOf } from '@/features/executions/model/related';
import { aLog, anExecution } from '@/test/samples';

const call = aLog({ stepRunId: 'appraise', nodeId: 'appraise', stepType: 'flow.call' });
const called = (id: string, step: string) => anExecution({ id, calledBy: { executionId: 'e1', step } });

it('each attempt of a calling step leads to the execution that it has started', () => {
  const related = [called('e4', 'appraise'), called('e3', 'other'), called('e2', 'appraise')];

  expect(calledIn(related, call)).toBe('e2');
  expect(calledIn(related, { ...call, attempt: 2 })).toBe('e4');
  expect(calledIn(related, { ...call, attempt: 3 })).toBeNull();
  expect(calledIn(related, { ...call, stepType: 'data.transform' })).toBeNull();
});

it('a call that failed says itself which execution it was', () => {
  const error = { code: 'call.failed', message: 'No.', details: { executionId: 'e9' } };

  expect(calledIn([], { ...call, error })).toBe('e9');
});

it('a call that has just begun is waited for, an older or a kept one is not', () => {
  const soon = Date.parse(call.startedAt!) + 5000;

  expect(isAwaited([], [call], soon)).toBe(true);
  expect(isAwaited([called('e2', 'appraise')], [call], soon)).toBe(false);
  expect(isAwaited([], [call], soon + 3_600_000)).toBe(false);
  expect(isAwaited([], [{ ...call, attempt: 0 }], soon)).toBe(false);
});

it('the path to a step run leads to its step', () => {
  expect(pathOf({ id: 'e1', step: 'notify[2,0]' })).toBe('/executions/e1?step=notify');
  expect(pathOf({ id: 'e1' })).toBe('/executions/e1');
});
