import type { DeadLetterDetail } from '@/lib/events-types';

/** The record's value to look at: JSON in lines, anything else as it came. */
export function pretty({ text, base64 }: Pick<DeadLetterDetail, 'text' | 'base64'>): string {
  if (text === null || text === undefined) return base64 ?? '';
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** What keeps the text from being JSON, in the words of the parser; null if nothing does. */
export function mistakeIn(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'It cannot be read.';
  }
}
