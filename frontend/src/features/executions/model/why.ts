import type { StepLog } from '@/lib/api-types';
import { isObject, type JsonValue } from '@/lib/json';

/** Why a deciding step went the way it did: each condition with the value that it had. */
export function whyOf(log: Pick<StepLog, 'output' | 'explanation'>): string[] {
  const explanation = log.explanation ?? (isObject(log.output) ? log.output.explanation : undefined);
  if (typeof explanation === 'string') return [explanation];
  const list = Array.isArray(explanation) ? explanation : [explanation];
  return list.flatMap((one) => {
    if (!isObject(one) || typeof one.expression !== 'string') return [];
    const expression = one.expression.replace(/^\{\{\s*|\s*\}\}$/g, '');
    return [`${expression} was ${shown(one.value)}.`];
  });
}

function shown(value: JsonValue): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
