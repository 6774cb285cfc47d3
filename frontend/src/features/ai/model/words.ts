import type { AiCallSummary, Budget, PromptContent } from '@/lib/ai-types';
import { exactTime } from '@/lib/format/time';
import { inWords } from '@/lib/format/words';
import { isObject, type JsonObject } from '@/lib/json';

const DOLLARS = new Intl.NumberFormat(undefined, {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 4,
});
const COUNT = new Intl.NumberFormat();

export const dollars = (amount: number | undefined) => (amount === undefined ? '–' : DOLLARS.format(amount));
export const count = (value: number) => COUNT.format(value);

/** "ai.budget-exhausted" as people say it. */
export function outcomeInWords(outcome: string): string {
  if (outcome === 'answered') return 'Answered';
  if (outcome === 'cached') return 'From an identical call';
  const words = outcome.replace(/^[a-z]+\./, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a model was asked for: "ai.extract", the type of a step, becomes "Extract". */
export const purposeInWords = (purpose: string) => inWords(purpose.replace(/^ai\./, ''));

/** How a test is called that is made of a call. */
export const callName = (call: AiCallSummary) => `Call of ${exactTime(call.startedAt)}`;

export const periodInWords = (period: Budget['period']) => (period === 'DAY' ? 'a day' : 'a month');

/** How much of a budget is used, from 0; the limit that is nearer counts. */
export function share(budget: Budget & { cost: number; calls: number }): number {
  const ofCost = budget.maxCost === undefined ? 0 : budget.cost / Math.max(budget.maxCost, 1e-9);
  const ofCalls = budget.maxCalls === undefined ? 0 : budget.calls / Math.max(budget.maxCalls, 1e-9);
  return Math.max(ofCost, ofCalls);
}

/** What a person types as JSON; null if it is no object. */
export function objectIn(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export const NEW_CONTENT: PromptContent = {
  instructions: '',
  variables: { type: 'object', properties: { comments: { type: 'string' } } },
};

/** Sample values for the variables of a prompt, one for each, so that there is something to change. */
export function sampleOf(content: PromptContent): JsonObject {
  const properties = content.variables.properties;
  if (!isObject(properties)) return {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, isObject(schema) ? sample(schema) : '']),
  );
}

function sample(schema: JsonObject) {
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.type === 'number' || schema.type === 'integer') return 1;
  return schema.type === 'boolean' ? true : '';
}
