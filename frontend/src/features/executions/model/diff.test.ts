import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '@/features/executions/model/diff';
import { withValueAt, type JsonValue } from '@/lib/json';

const json = () =>
  fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<JsonValue>(null, true, 'text', 0, 7),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('a', 'b/c', 'd~e', 'f'), tie('value')),
    ),
  })).value as fc.Arbitrary<JsonValue>;

describe('the differences of two values', () => {
  it('are none of a value and itself', () => {
    fc.assert(
      fc.property(json(), (value) => {
        expect(differences(value, structuredClone(value))).toEqual([]);
      }),
    );
  });

  it('make the one into the other', () => {
    const object = fc.dictionary(fc.constantFrom('a', 'b/c', 'd~e', 'f'), fc.constantFrom(1, 2, 'x', null));
    fc.assert(
      fc.property(object, object, (before, after) => {
        const changed = (differences(before, after) ?? []).reduce<JsonValue>(
          (value, { pointer, after: next }) => withValueAt(value, pointer, next),
          before,
        );
        expect(changed).toEqual(after);
      }),
    );
  });

  it('name the place and both sides', () => {
    expect(differences({ a: [1, 2], b: 'x' }, { a: [1, 3, 4], c: null })).toEqual([
      { pointer: '/a/1', before: 2, after: 3 },
      { pointer: '/a/2', before: undefined, after: 4 },
      { pointer: '/b', before: 'x', after: undefined },
      { pointer: '/c', before: undefined, after: null },
    ]);
  });

  it('are too many to show', () => {
    const one = Array.from({ length: 20 }, (_, i) => i);
    expect(
      differences(
        one,
        one.map((i) => i + 1),
        10,
      ),
    ).toBeNull();
  });
});
