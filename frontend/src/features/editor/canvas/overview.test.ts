import { describe, expect, it } from 'vitest';
import { shiftOf } from '@/features/editor/canvas/dots';
import { framed, holdsBox, outlined } from '@/features/editor/canvas/overview';

const box = (x: number, y: number) => ({ x, y, width: 200, height: 80 });

describe('the overview of the canvas', () => {
  it('draws nothing of nothing', () => {
    expect(outlined([])).toBeNull();
  });

  it('draws all steps in the middle, as large as they fit', () => {
    const map = outlined([box(0, 0), box(1640, 0)]);

    expect(map).toMatchObject({ scale: 0.1, x: -80, y: -710 });
    expect(map?.path).toBe('M8 71h20v8h-20zM172 71h20v8h-20z');
  });

  it('draws few steps no larger than they can be told apart', () => {
    expect(outlined([box(0, 0)])?.scale).toBe(0.18);
  });

  it('frames what is in sight, and keeps the frame in the picture', () => {
    const map = outlined([box(0, 0), box(1640, 0)]);
    if (!map) throw new Error('Expected a picture, but there is none.');

    expect(framed(map, { x: 120, y: -210, width: 500, height: 400 })).toEqual({
      x: 20,
      y: 50,
      width: 50,
      height: 40,
    });
    expect(framed(map, { x: 9000, y: 0, width: 500, height: 400 })).toMatchObject({ x: 196, width: 4 });
  });

  it.each([
    [0, 20, 10],
    [25, 20, 15],
    [-25, 20, 5],
  ])('moves the dots with the canvas: at %d with a gap of %d by %d', (start, gap, shift) => {
    expect(shiftOf(start, gap)).toBe(shift);
  });
});

describe('whether a map is of use', () => {
  it('is decided by what is out of sight', () => {
    const screen = { x: 0, y: 0, width: 800, height: 600 };
    expect(holdsBox(screen, { x: 0, y: 10, width: 800, height: 100 })).toBe(true);
    expect(holdsBox(screen, { x: 10, y: 10, width: 800, height: 100 })).toBe(false);
    expect(holdsBox(screen, { x: 10, y: -1, width: 80, height: 100 })).toBe(false);
  });
});
