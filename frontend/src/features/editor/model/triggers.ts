import { triggerInWords } from '@/lib/format/words';
import type { Definition } from './steps';
import type { Trigger } from '@/lib/definition';

export function triggersOf(definition: Definition): Trigger[] {
  return definition.triggers ?? [];
}

/** What starts the workflow, each in a few words. */
export function startInWords(definition: Definition): string[] {
  const words = triggersOf(definition).map((trigger) => triggerInWords(trigger));
  return words.length === 0 ? ['Somebody starts it'] : words;
}
