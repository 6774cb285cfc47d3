import { describe, expect, it } from 'vitest';
import { dropSpots, spotNear, type DropSpot } from '@/features/editor/canvas/drop-spots';
import { handleY } from '@/features/editor/canvas/elements';
import { catalogue, sample } from '@/features/editor/model/editor-samples';
import { viewOf } from '@/features/editor/model/view';

const view = viewOf(
  { ...sample, edges: sample.edges.filter((edge) => edge.sourceHandle !== 'false') },
  catalogue,
);
const spots = dropSpots(view);
const spot = (id: string): DropSpot => {
  const found = spots.find((one) => one.id === id);
  if (!found) throw new Error(`Expected a spot "${id}", but there are ${spots.map((one) => one.id).join()}.`);
  return found;
};
const beside = (id: string, x: number, y: number, zoom = 1) => {
  const { at, parent } = spot(id);
  return spotNear(spots, { x: at.x + x, y: at.y + y }, parent, zoom)?.place ?? null;
};
const NO = 'urgent:false';

describe('a step that is dropped near a "+"', () => {
  it('goes on from the way that leads nowhere yet, also where the next step would stand', () => {
    const place = { kind: 'after', source: 'urgent', handle: 'false' };

    expect(beside(NO, 0, 0)).toEqual(place);
    expect(beside(NO, -20, 30)).toEqual(place);
    expect(beside(NO, 110, 10)).toEqual(place);
  });

  it('is free where no "+" is near', () => {
    expect(beside(NO, 0, 60)).toBeNull();
    expect(beside(NO, 160, 0)).toBeNull();
    expect(beside(NO, -80, 0)).toBeNull();
  });

  it('offers no way on that is used already', () => {
    expect(spots.map((one) => one.id)).not.toContain('urgent:true');
  });

  it('takes the nearer of two', () => {
    const task = viewOf(
      { ...sample, nodes: sample.nodes.filter((node) => node.id === 'urgent'), edges: [] },
      catalogue,
    );
    const [yes, no] = dropSpots(task);
    const step = task.byId.get('urgent')!;
    expect(no?.at.y).toBe(step.box.y + handleY(step, step.handles[1]!));

    const between = { x: yes!.at.x + 40, y: (yes!.at.y + no!.at.y) / 2 };
    expect(spotNear([yes!, no!], { ...between, y: between.y - 2 }, null, 1)).toBe(yes);
    expect(spotNear([yes!, no!], { ...between, y: between.y + 2 }, null, 1)).toBe(no);
  });

  it('is put into a line, and before the first step', () => {
    const line = spots.find((one) => one.place.kind === 'on' && one.at.x < 300)!;

    expect(beside(line.id, 25, -25)).toEqual(line.place);
    expect(beside('>look', -30, 20)).toEqual({ kind: 'before', target: 'look' });
  });

  it('follows a failure only when it is dropped right on its "+"', () => {
    expect(beside('look:error', 5, 10)).toEqual({ kind: 'after', source: 'look', handle: 'error' });
    expect(beside('look:error', 0, 30)).toBeNull();
  });

  it('stays on its side of the wall of a box', () => {
    const { at, parent } = spot('hold:out');

    expect(parent).toBe('each');
    expect(spotNear(spots, at, 'each', 1)?.id).toBe('hold:out');
    expect(spotNear(spots, at, null, 1)?.id).not.toBe('hold:out');
  });

  it('may be farther off when all is drawn small, but not without end', () => {
    expect(beside(NO, 0, 80, 0.5)).toEqual({ kind: 'after', source: 'urgent', handle: 'false' });
    expect(beside(NO, 0, 120, 0.1)).toBeNull();
  });
});
