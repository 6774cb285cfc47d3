import { describe, expect, it } from 'vitest';
import { detailAt, dotGapAt } from '@/features/editor/canvas/detail';

describe('the detail of the canvas', () => {
  it.each([
    [1, 'full'],
    [0.55, 'full'],
    [0.4, 'name'],
    [0.1, 'shape'],
  ])('at a zoom of %d is %s', (zoom, expected) => {
    expect(detailAt(zoom)).toBe(expected);
  });

  it('keeps the dots of the background apart, on the grid still', () => {
    expect([1, 0.5, 0.1].map((zoom) => dotGapAt(zoom, 20))).toEqual([20, 40, 160]);
  });
});
