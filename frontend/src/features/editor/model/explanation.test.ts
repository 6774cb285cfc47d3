import { describe, expect, it } from 'vitest';
import { catalogue, sample } from './editor-samples';
import { explanationOf } from './explanation';
import { settled } from './settle';
import { viewOf } from './view';

describe('the explanation of a workflow', () => {
  it('names each step, what it does, and what comes next by which way, in the order in which they come', () => {
    const told = explanationOf(
      viewOf(
        settled(sample, () => 1),
        catalogue,
      ),
    );

    expect(told.map(({ name, level, next }) => [level, name, ...next])).toEqual([
      [1, 'Look', 'Then “If”.'],
      [1, 'If', 'Yes: “For each”.', 'No: “End”.'],
      [1, 'For each', 'Then “End”.'],
      [2, 'Task', 'Then “Wait”.'],
      [2, 'Wait'],
      [1, 'End'],
    ]);
  });

  it('says nothing of the type of a step that programs use', () => {
    const told = explanationOf(viewOf(sample, catalogue));

    expect(JSON.stringify(told)).not.toContain('human.task');
    expect(told.find(({ id }) => id === 'hold')?.does).toBe('Waits 2 days');
  });
});
