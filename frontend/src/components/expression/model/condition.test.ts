import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  OPERATORS,
  standsAlone,
  writeCondition,
  type Condition,
  type Test,
} from '@/components/expression/model/condition';
import { readCondition } from '@/components/expression/model/read-condition';
import { named } from '@/components/expression/model/scope-tree';

const name = fc.oneof(
  fc.constantFrom('input', 'steps', 'first-look', 'output', 'and', 'in', 'true', 'orders', 'notes'),
  fc.stringMatching(/^[A-Za-z_][\w -]{0,8}$/),
);
const step = fc
  .tuple(name, fc.option(fc.nat(20)))
  .map(([text, at]) => named(text) + (at === null ? '' : `[${at}]`));
const path = fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => steps.join('.'));
const literal = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom("it's", 'say "yes"', '\'"\\', 'a }} b {{ c', '\\'),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  fc.constant(null),
);
const comparand = fc.oneof(
  literal.map((value) => ({ kind: 'value' as const, value })),
  path.map((text) => ({ kind: 'field' as const, path: text })),
);
const list = fc.array(literal, { maxLength: 4 }).map((value) => ({ kind: 'value' as const, value }));
const test: fc.Arbitrary<Test> = fc
  .tuple(path, fc.constantFrom(...OPERATORS), comparand, list)
  .map(([field, operator, one, many]) => ({
    kind: 'test',
    field,
    operator,
    with: standsAlone(operator) ? null : operator === 'oneOf' || operator === 'notOneOf' ? many : one,
  }));
const condition = fc.letrec<{ any: Condition; group: Condition }>((tie) => ({
  any: fc.oneof({ maxDepth: 4, withCrossShrink: true }, test, tie('group')),
  group: fc.record({
    kind: fc.constant('group' as const),
    every: fc.boolean(),
    items: fc.array(tie('any'), { minLength: 2, maxLength: 4 }),
  }),
})).any;

describe('a condition', () => {
  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(condition, (built) => {
        expect(readCondition(writeCondition(built))).toEqual(built);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["input.channel = 'SMS'", "input.channel = 'SMS'"],
    ['$not($exists(input.vin)) or input.year >= 2015', '$not($exists(input.vin)) or input.year >= 2015'],
    ['a = 1 and b = 2 or c = 3', '(a = 1 and b = 2) or c = 3'],
    ['$boolean(input.by)', 'input.by'],
    ['(input.a)', 'input.a'],
    ['$count(steps.rank.output.items)>0', '$count(steps.rank.output.items) > 0'],
    ['steps.`first-look`.output in ["a", "it\'s"]', "steps.`first-look`.output in ['a', \"it's\"]"],
    ['android = 1', 'android = 1'],
  ])('%s is shown and written as %s', (expression, written) => {
    const read = readCondition(expression);
    expect(read && writeCondition(read)).toBe(written);
  });

  it.each([
    '',
    'input.price * 2 > 10',
    '$lowercase(input.name) = 1',
    'input.items[price > 3]',
    '$contains(input.text, /stop/i)',
    '($a := 1; $a)',
    'input.a ? 1 : 2',
    'input.a =',
    '(input.a',
    '$not(input.a = 1)',
    '"open',
  ])('%s stays an expression', (expression) => {
    expect(readCondition(expression)).toBeNull();
  });
});
