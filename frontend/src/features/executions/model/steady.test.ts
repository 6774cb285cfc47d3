import { describe, expect, it } from 'vitest';
import { steady } from './steady';

const rows = (...names: string[]) => names.map((name) => ({ id: name.charAt(0), name }));
const names = (list: { name: string }[]) => list.map((row) => row.name);

describe('a list that does not move', () => {
  it('keeps what is new on top for later, and renews what stands', () => {
    const { shown, fresh } = steady(rows('c', 'b', 'a'), rows('e', 'd', 'c', 'b2', 'a'));

    expect(names(shown)).toEqual(['c', 'b2', 'a']);
    expect(names(fresh)).toEqual(['e', 'd']);
  });

  it('keeps a row that has left the list, and takes what is loaded below', () => {
    const { shown, fresh, left } = steady(rows('c', 'b'), rows('c', 'a'));

    expect(names(shown)).toEqual(['c', 'b', 'a']);
    expect(fresh).toEqual([]);
    expect([...left]).toEqual(['b']);
  });

  it('holds everything when all of the list is new', () => {
    const { shown, fresh } = steady(rows('b', 'a'), rows('d', 'c'));

    expect(names(shown)).toEqual(['b', 'a']);
    expect(names(fresh)).toEqual(['d', 'c']);
  });

  it('shows what comes into an empty list', () => {
    expect(names(steady([], rows('a')).shown)).toEqual(['a']);
  });
});
