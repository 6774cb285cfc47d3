import { describe, expect, it } from 'vitest';
import { isoOf, spanOf } from '@/components/schema-form/model/duration';
import { initialValue } from '@/components/schema-form/model/initial';
import { hasPlace, pruned, relativeTo } from '@/components/schema-form/model/placing';
import { validate } from '@/components/schema-form/model/validate';
import type { JsonObject } from '@/lib/json';

const schema: JsonObject = {
  type: 'object',
  required: ['name', 'person'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 2, title: 'Store name' },
    score: { type: 'integer', minimum: 0, maximum: 100, default: 50 },
    kind: { enum: ['SALES', 'SERVICE'] },
    after: { type: 'string', format: 'duration' },
    person: { $ref: '#/$defs/person' },
    tags: { type: 'array', maxItems: 2, items: { type: 'string' } },
  },
  $defs: {
    person: {
      type: 'object',
      required: ['email'],
      properties: { email: { type: 'string', format: 'email' } },
    },
  },
};

const messages = (value: JsonObject) =>
  Object.fromEntries(validate(schema, value).map(({ pointer, message }) => [pointer, message]));

describe('validation', () => {
  it('accepts what fits', () => {
    expect(
      validate(schema, { name: 'Lakeside', person: { email: 'a@b.test' }, tags: ['x'], after: 'PT5M' }),
    ).toEqual([]);
  });

  it('says in a sentence at each place what does not', () => {
    expect(
      messages({
        score: 101,
        kind: 'PARTS',
        person: { email: 'nobody' },
        tags: ['a', 'b', null],
        after: '5',
        extra: 1,
      }),
    ).toEqual({
      '/name': 'Store name is needed.',
      '/extra': '“extra” is not expected here.',
      '/score': 'Must be at most 100.',
      '/kind': 'Choose one of the listed values.',
      '/after': 'Enter a duration, like 15 minutes.',
      '/person/email': 'Enter an email address, like ana@example.com.',
      '/tags': 'At most 2 are allowed.',
      '/tags/2': 'Fill this in or remove it.',
    });
  });

  it('does not take text for a number', () => {
    expect(messages({ name: 'Lakeside', person: { email: 'a@b.test' }, score: 'ten' })).toEqual({
      '/score': 'Expected a number.',
    });
  });
});

it('a form starts with its defaults and its required objects', () => {
  expect(initialValue(schema, schema)).toEqual({ score: 50, person: {} });
});

it('an optional object that nothing was typed into is not sent', () => {
  const optional: JsonObject = {
    type: 'object',
    properties: { price: { type: 'object', properties: { amount: {} } } },
  };

  expect(pruned(optional, { price: { amount: undefined } }, optional)).toEqual({});
});

it("the server's pointers are led to the fields", () => {
  const violation = { pointer: '/input/person/email', code: 'x', message: 'No.' };

  expect(relativeTo('/input', [violation])[0]?.pointer).toBe('/person/email');
  expect(hasPlace(schema, '/person/email')).toBe(true);
  expect(hasPlace(schema, '/unknown')).toBe(false);
});

it.each(['PT90S', 'PT15M', 'PT2H', 'P3D'])('%s survives being shown as amount and unit', (iso) => {
  expect(isoOf(spanOf(iso)!)).toBe(iso);
});
