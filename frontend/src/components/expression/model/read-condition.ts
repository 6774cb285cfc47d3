import {
  COMPARISONS,
  type Comparand,
  type Condition,
  type Operator,
  type Test,
} from '@/components/expression/model/condition';
import { tokensOf, type Token } from '@/components/expression/model/condition-text';
import type { JsonValue } from '@/lib/json';

const BY_SIGN = new Map(Object.entries(COMPARISONS).map(([operator, sign]) => [sign, operator as Operator]));
const FLIPPED: Partial<Record<Operator, Operator>> = {
  holds: 'holdsNot',
  given: 'missing',
  contains: 'notContains',
  mentions: 'mentionsNot',
  oneOf: 'notOneOf',
};

/** The condition that an expression says, or null when it says more than the builder can show. */
export function readCondition(expression: string): Condition | null {
  const tokens = tokensOf(expression);
  if (tokens === null || tokens.length === 0) return null;
  const reader = new Reader(tokens);
  const condition = reader.either();
  return reader.isAtEnd() ? condition : null;
}

/** Reads what `writeCondition` writes; null from any part means that the whole cannot be shown. */
class Reader {
  private at = 0;

  constructor(private readonly tokens: Token[]) {}

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  either(): Condition | null {
    return this.joined('or', () => this.all());
  }

  private all(): Condition | null {
    return this.joined('and', () => this.one());
  }

  private joined(word: 'and' | 'or', read: () => Condition | null): Condition | null {
    const items: Condition[] = [];
    do {
      const item = read();
      if (item === null) return null;
      items.push(item);
    } while (this.take(word));
    return items.length === 1 ? (items[0] ?? null) : { kind: 'group', every: word === 'and', items };
  }

  private one(): Condition | null {
    if (this.take('(')) {
      const inner = this.either();
      return this.take(')') ? inner : null;
    }
    return this.test();
  }

  private test(): Test | null {
    const token = this.tokens[this.at];
    if (token?.kind === 'call') {
      this.at += 1;
      return this.call(token.name);
    }
    const field = this.path();
    return field === null ? null : this.comparison(field);
  }

  private call(name: string): Test | null {
    switch (name) {
      case 'not':
        return this.closed(flipped(this.test()));
      case 'exists':
        return this.closed(this.alone('given'));
      case 'boolean':
        return this.closed(this.alone('holds'));
      case 'contains':
        return this.closed(this.contains());
      case 'count':
        return this.counted();
      default:
        return null;
    }
  }

  private alone(operator: Operator): Test | null {
    const field = this.path();
    return field === null ? null : { kind: 'test', field, operator, with: null };
  }

  private contains(): Test | null {
    const isAnyCase = this.takeCall('lowercase');
    const field = this.path();
    if (field === null || (isAnyCase && !this.take(')')) || !this.take(',')) return null;
    const other = isAnyCase ? this.uncased() : this.comparand();
    return other === null
      ? null
      : { kind: 'test', field, operator: isAnyCase ? 'mentions' : 'contains', with: other };
  }

  /** What is looked for in any case: small letters, or what is made small. */
  private uncased(): Comparand | null {
    if (this.takeCall('lowercase')) {
      const other = this.comparand();
      return this.take(')') ? other : null;
    }
    const other = this.comparand();
    const isSmall =
      other?.kind === 'value' && typeof other.value === 'string' && other.value.toLowerCase() === other.value;
    return isSmall ? other : null;
  }

  private counted(): Test | null {
    const field = this.path();
    if (field === null || !this.take(')')) return null;
    const isSome = this.take('>');
    if (!isSome && !this.take('=')) return null;
    const zero = this.comparand();
    const isZero = zero?.kind === 'value' && zero.value === 0;
    return isZero ? { kind: 'test', field, operator: isSome ? 'some' : 'none', with: null } : null;
  }

  private comparison(field: string): Test | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign') return { kind: 'test', field, operator: 'holds', with: null };
    const operator = token.text === 'in' ? 'oneOf' : BY_SIGN.get(token.text);
    if (operator === undefined) return { kind: 'test', field, operator: 'holds', with: null };
    this.at += 1;
    const other = this.comparand();
    return other === null ? null : { kind: 'test', field, operator, with: other };
  }

  private comparand(): Comparand | null {
    const path = this.path();
    if (path !== null) return { kind: 'field', path };
    const value = this.take('[') ? this.list() : this.literal();
    return value === undefined ? null : { kind: 'value', value };
  }

  private list(): JsonValue {
    const items: JsonValue[] = [];
    if (this.take(']')) return items;
    do {
      const item = this.literal();
      if (item === undefined) return undefined;
      items.push(item);
    } while (this.take(','));
    return this.take(']') ? items : undefined;
  }

  private literal(): JsonValue {
    const token = this.tokens[this.at];
    if (token?.kind !== 'value') return undefined;
    this.at += 1;
    return token.value;
  }

  private path(): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'path') return null;
    this.at += 1;
    return token.text;
  }

  private closed(test: Test | null): Test | null {
    return this.take(')') ? test : null;
  }

  private takeCall(name: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'call' || token.name !== name) return false;
    this.at += 1;
    return true;
  }

  private take(text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || token.text !== text) return false;
    this.at += 1;
    return true;
  }
}

function flipped(test: Test | null): Test | null {
  const operator = test && FLIPPED[test.operator];
  return test && operator ? { ...test, operator } : null;
}
