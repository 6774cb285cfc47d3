import { literalText } from '@/components/expression/model/condition-text';
import type { JsonValue } from '@/lib/json';

export const OPERATORS = [
  'is',
  'isNot',
  'more',
  'atLeast',
  'less',
  'atMost',
  'oneOf',
  'notOneOf',
  'mentions',
  'mentionsNot',
  'contains',
  'notContains',
  'given',
  'missing',
  'holds',
  'holdsNot',
  'some',
  'none',
] as const;

export type Operator = (typeof OPERATORS)[number];

/** What a field is compared with. */
export type Comparand = { kind: 'value'; value: JsonValue } | { kind: 'field'; path: string };

export interface Test {
  kind: 'test';
  field: string;
  operator: Operator;
  /** Null for operators that compare with nothing. */
  with: Comparand | null;
}

/** Whether it is still to be said what the field is compared with. */
export function isBlank({ with: comparand }: Test): boolean {
  if (comparand?.kind !== 'value') return false;
  return comparand.value === '' || (Array.isArray(comparand.value) && comparand.value.length === 0);
}

/** Whether an expression can be made of it: nothing is larger or smaller than an empty text, or one of no values. */
export function isComplete(test: Test): boolean {
  const canBeEmpty = test.operator === 'is' || test.operator === 'isNot';
  return test.field !== '' && (canBeEmpty || !isBlank(test));
}

export interface Group {
  kind: 'group';
  every: boolean;
  items: Condition[];
}

export type Condition = Test | Group;

export const OPERATOR_WORDS: Record<Operator, string> = {
  is: 'is',
  isNot: 'is not',
  more: 'is more than',
  atLeast: 'is at least',
  less: 'is less than',
  atMost: 'is at most',
  oneOf: 'is one of',
  notOneOf: 'is none of',
  mentions: 'contains',
  mentionsNot: 'does not contain',
  contains: 'contains, in the same case',
  notContains: 'does not contain, in the same case',
  given: 'is given',
  missing: 'is missing',
  holds: 'is true or not empty',
  holdsNot: 'is false or empty',
  some: 'has entries',
  none: 'has no entries',
};

export const COMPARISONS: Partial<Record<Operator, string>> = {
  is: '=',
  isNot: '!=',
  more: '>',
  atLeast: '>=',
  less: '<',
  atMost: '<=',
};

const ALONE = new Set<Operator>(['given', 'missing', 'holds', 'holdsNot', 'some', 'none']);

export function standsAlone(operator: Operator): boolean {
  return ALONE.has(operator);
}

/** The operators that make sense for values of a type. */
export function operatorsFor(type: string): Operator[] {
  switch (type) {
    case 'string':
      return [
        'is',
        'isNot',
        'mentions',
        'mentionsNot',
        'contains',
        'notContains',
        'oneOf',
        'notOneOf',
        'given',
        'missing',
        'holds',
        'holdsNot',
      ];
    case 'number':
    case 'integer':
      return ['is', 'isNot', 'more', 'atLeast', 'less', 'atMost', 'oneOf', 'notOneOf', 'given', 'missing'];
    case 'boolean':
      return ['holds', 'holdsNot', 'is', 'isNot', 'given', 'missing'];
    case 'array':
      return ['some', 'none', 'given', 'missing'];
    case 'object':
      return ['given', 'missing', 'holds', 'holdsNot'];
    default:
      return [...OPERATORS];
  }
}

/** The condition as JSONata. */
export function writeCondition(condition: Condition): string {
  if (condition.kind === 'test') return writeTest(condition);
  return condition.items
    .map((item) => (item.kind === 'group' ? `(${writeCondition(item)})` : writeTest(item)))
    .join(condition.every ? ' and ' : ' or ');
}

function writeTest({ field, operator, with: other }: Test): string {
  const value = other === null ? 'null' : other.kind === 'field' ? other.path : literalText(other.value);
  switch (operator) {
    case 'oneOf':
      return `${field} in ${value}`;
    case 'notOneOf':
      return `$not(${field} in ${value})`;
    case 'mentions':
      return mention(field, other);
    case 'mentionsNot':
      return `$not(${mention(field, other)})`;
    case 'contains':
      return `$contains(${field}, ${value})`;
    case 'notContains':
      return `$not($contains(${field}, ${value}))`;
    case 'given':
      return `$exists(${field})`;
    case 'missing':
      return `$not($exists(${field}))`;
    case 'holds':
      return field;
    case 'holdsNot':
      return `$not(${field})`;
    case 'some':
      return `$count(${field}) > 0`;
    case 'none':
      return `$count(${field}) = 0`;
    default:
      return `${field} ${COMPARISONS[operator] ?? '='} ${value}`;
  }
}

/** Capitals make no difference: nobody who writes a rule thinks of them. */
function mention(field: string, other: Comparand | null): string {
  const value = other?.kind === 'field' ? other.path : literalText(other === null ? null : other.value);
  const isSmall = other?.kind === 'value' && isUncased(other.value);
  return `$contains($lowercase(${field}), ${isSmall ? value : `$lowercase(${value})`})`;
}

function isUncased(value: JsonValue): boolean {
  return typeof value === 'string' && value.toLowerCase() === value;
}
