import { describe, expect, it } from 'vitest';
import { check } from '@/components/expression/model/check';
import { entryAt, suggest, type Mode } from '@/components/expression/model/complete';
import { entryOf, group } from '@/components/expression/model/scope-tree';
import { asTemplate, onlyExpression, partsOfTemplate } from '@/components/expression/model/template';

const output = entryOf(
  { type: 'object', properties: { label: { type: 'string', title: 'Label' } } },
  'output',
  'steps.`first-look`.output',
);
const scope = [
  entryOf(
    {
      type: 'object',
      properties: {
        person: { type: 'object', properties: { firstName: { type: 'string', description: 'Given name.' } } },
        cars: { type: 'array', items: { type: 'object', properties: { vin: { type: 'string' } } } },
      },
    },
    'input',
    'input',
  ),
  group('steps', 'steps', [group('first-look', 'steps.`first-look`', [output], '')], ''),
];

/** The bar says where the cursor is. */
function offered(marked: string, mode: Mode = 'expression'): string[] | undefined {
  return suggest(marked.replace('|', ''), marked.indexOf('|'), mode, scope)?.options.map((one) => one.label);
}

describe('suggest', () => {
  it('offers names and functions where nothing is written yet', () => {
    expect(offered('|')).toEqual(expect.arrayContaining(['input', 'steps', '$count']));
  });

  it('offers what is below what is written', () => {
    expect(offered('input.person.|')).toEqual(['firstName']);
    expect(offered('$count(input.cars[0].v|')).toEqual(['vin']);
    expect(offered('steps.|')).toEqual(['`first-look`']);
    expect(offered('steps.`first-look`.output.|')).toEqual(['label']);
  });

  it('offers functions after a dollar sign', () => {
    expect(offered('1 + $co|')).toContain('$contains');
  });

  it('offers nothing in texts and outside of braces', () => {
    expect(offered("input.a = 'in|")).toBeUndefined();
    expect(offered('Hello |{{ input }}', 'template')).toBeUndefined();
    expect(offered('Hello {{ input.| }}', 'template')).toEqual(['person', 'cars']);
    expect(offered('input.unknown.|')).toBeUndefined();
  });
});

describe('entryAt', () => {
  it('finds what is named up to the cursor', () => {
    expect(entryAt('input.person.firstName', 8, 'expression', scope)?.entry.path).toBe('input.person');
    expect(entryAt('input.person.firstName', 20, 'expression', scope)?.entry.description).toBe('Given name.');
    expect(entryAt('Hi {{ input }}', 1, 'template', scope)).toBeNull();
  });
});

describe('check', () => {
  it('finds steps that are not before', () => {
    expect(check('Hi {{ steps.later.output }}', 'template', scope)).toMatchObject([{ from: 6, to: 17 }]);
    expect(check("'steps.later' & steps.`first-look`.output", 'expression', scope)).toEqual([]);
  });

  it('finds braces that do not end', () => {
    expect(check('Hi {{ input', 'template', scope)).toMatchObject([{ from: 3, severity: 'error' }]);
  });
});

describe('a template', () => {
  it('is read over quotes, comments and nested braces', () => {
    const text = 'a {{ {"b": "}}"} /* }} */ }} c {{ `}}` }}';
    expect(partsOfTemplate(text).map((part) => text.slice(part.from, part.to).trim())).toEqual([
      'a',
      '{"b": "}}"} /* }} */',
      'c',
      '`}}`',
    ]);
  });

  it('is one expression or more', () => {
    expect(onlyExpression('{{ input.a }}')).toBe('input.a');
    expect(onlyExpression('{{ input.a }}!')).toBeNull();
    expect(onlyExpression('{{ input.a')).toBeNull();
    expect(asTemplate(' input.a ')).toBe('{{ input.a }}');
    expect(asTemplate(' ')).toBeUndefined();
  });
});
