import { expect, it } from 'vitest';
import { failedStep } from '@/features/executions/model/failure';
import { aLog } from '@/test/samples';

const error = { code: 'http.status', message: 'It answered with 500.' };
const failed = (stepRunId: string, nodeId: string, message = error.message) =>
  aLog({ stepRunId, nodeId, status: 'FAILED', error: { ...error, message } });

it('is the step inside a loop that failed with it', () => {
  const rows = [failed('each', 'each'), failed('ask[1]', 'ask'), failed('tidy', 'tidy', 'Something else.')];

  expect(failedStep({ ...error, nodeId: 'each' }, rows)).toBe('ask');
});

it('is the one that the execution names while its log is not there', () => {
  expect(failedStep({ ...error, nodeId: 'each' }, [])).toBe('each');
  expect(failedStep(error, [])).toBeNull();
});
