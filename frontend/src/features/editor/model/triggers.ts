import { triggerInWords } from '@/lib/format/words';
import { freshId } from './names';
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

export type TriggerKind = Trigger['type'];

export function withTrigger(definition: Definition, kind: TriggerKind): Definition {
  const triggers = triggersOf(definition);
  const id = freshId(new Set(triggers.map((trigger) => trigger.id)), kind);
  return { ...definition, triggers: [...triggers, newTrigger(id, kind)] };
}

function newTrigger(id: string, kind: TriggerKind): Trigger {
  if (kind === 'event') return { id, type: 'event', eventType: '' };
  if (kind === 'schedule') return { id, type: 'schedule', cron: '0 9 * * MON-FRI' };
  return { id, type: 'webhook' };
}

export function changedTrigger(definition: Definition, id: string, change: Partial<Trigger>): Definition {
  const triggers = triggersOf(definition).map((trigger) =>
    trigger.id === id ? (withoutEmpty({ ...trigger, ...change }) as Trigger) : trigger,
  );
  return { ...definition, triggers };
}

export function withoutTrigger(definition: Definition, id: string): Definition {
  return { ...definition, triggers: triggersOf(definition).filter((trigger) => trigger.id !== id) };
}

/** A field that was emptied is left out, but for those that a trigger must have. */
function withoutEmpty(trigger: object): object {
  const kept = Object.entries(trigger).filter(
    ([key, value]) => key === 'eventType' || (value !== undefined && value !== ''),
  );
  return Object.fromEntries(kept);
}
