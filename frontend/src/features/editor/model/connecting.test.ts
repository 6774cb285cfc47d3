import { describe, expect, it } from 'vitest';
import { refusalOf } from '@/features/editor/model/connecting';
import { sample } from '@/features/editor/model/editor-samples';

const refusal = (source: string, target: string, handle = 'out') =>
  refusalOf(sample, { source, handle, target });

describe('a connection', () => {
  it.each([
    ['look', 'look', 'A step cannot follow itself. Use Repeat to do it again.'],
    ['done', 'look', 'That would go round in a circle. Put the steps into Repeat or For each instead.'],
    ['look', 'urgent', 'These two are connected already.'],
    ['look', 'ask', 'A connection cannot go through the wall of “each”.'],
    ['ask', 'each', 'A step inside a box cannot lead to the box itself.'],
    ['each', 'ask', 'The box begins with its first step by itself.'],
    ['look', 'nothing', 'There is no step here.'],
  ])('from %s to %s is refused with its reason', (source, target, reason) => {
    expect(refusal(source, target)).toBe(reason);
  });

  it('that makes sense is not refused', () => {
    expect(refusal('look', 'done')).toBeNull();
    expect(refusal('look', 'urgent', 'error')).toBeNull();
  });
});
