import { describe, expect, it } from 'vitest';
import { firstInSight, isInSight, marginsFor } from '@/features/editor/model/opening';
import type { Box } from '@/features/editor/model/geometry';

const SCREEN = { width: 1440, height: 900 };

function rows(count: number, wide: number): Map<string, Box> {
  return new Map(
    Array.from({ length: count }, (_, at) => [
      `s${at}`,
      { x: (at % wide) * 300, y: Math.floor(at / wide) * 120, width: 208, height: 78 },
    ]),
  );
}

describe('what of a workflow is in sight when it is opened', () => {
  it('is all of it while that can be read', () => {
    expect(firstInSight(rows(20, 10), ['s0', 's10'], SCREEN)).toBeNull();
    expect(firstInSight(new Map(), [], SCREEN)).toBeNull();
  });

  it('is the part near the start when all of it would be too small', () => {
    const found = firstInSight(rows(300, 25), ['s0'], SCREEN);

    expect(found).toContain('s0');
    expect(found).toContain('s4');
    expect(found).not.toContain('s24');
    expect(found).not.toContain('s275');
  });

  it('is less on a small screen', () => {
    const boxes = rows(20, 10);

    expect(firstInSight(boxes, ['s0'], { width: 390, height: 844 })).toEqual(['s0', 's10']);
  });
});

describe('the margins around all steps', () => {
  it('leave room for the panel that opens with the first step that is chosen', () => {
    expect(marginsFor(rows(2, 2), 1160)).toEqual({ x: 0.18, y: 0.18, right: '432px' });
    expect(marginsFor(rows(4, 4), 1640)).toHaveProperty('right');
  });

  it('are equal where the steps would become hard to read, or where there is none', () => {
    expect(marginsFor(rows(3, 3), 1160)).toEqual({ x: 0.18, y: 0.18 });
    expect(marginsFor(new Map(), 1160)).toEqual({ x: 0.18, y: 0.18 });
  });
});

describe('what a canvas shows', () => {
  const box = { x: -100, y: 0, width: 1000, height: 200 };

  it('is a box as a whole, or not', () => {
    expect(isInSight(box, { x: 50, y: 0, zoom: 0.5 }, { width: 500, height: 100 })).toBe(true);
    expect(isInSight(box, { x: 50, y: 0, zoom: 0.5 }, { width: 499, height: 100 })).toBe(false);
    expect(isInSight(box, { x: 49, y: 0, zoom: 0.5 }, { width: 500, height: 100 })).toBe(false);
  });
});
