import type { TriggerSummary } from '@/lib/api-types';
import { durationInWords } from '@/lib/format/time';

/** What is spelled out, letter by letter. */
const ACRONYMS = /\b(?:vin|sms|url|adf|crm|dms|bdc|ai)\b/g;

/** "leadScore" and "lead_score" become "Lead score", "vinVerdict" becomes "VIN verdict". */
export function inWords(name: string): string {
  const words = name
    .replace(/[_\-.]+/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .trim()
    .toLowerCase()
    .replace(ACRONYMS, (acronym) => acronym.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words of event types that are written as one there. */
const COMPOUNDS = /(repair|special|status)(order|changed)/g;

/** "com.automatrix.lead.received.v1" becomes "Lead received". */
export function eventInWords(eventType: string): string {
  const name = eventType.replace(/^com\.[a-z\d-]+\./, '').replace(/\.v\d+$/, '');
  return inWords(name.replace(COMPOUNDS, '$1 $2'));
}

export function triggerInWords(
  trigger: TriggerSummary & { cron?: string | null; every?: string | null },
): string {
  if (trigger.type === 'event') return trigger.eventType ? eventInWords(trigger.eventType) : 'An event';
  if (trigger.type === 'schedule')
    return trigger.every ? `Every ${durationInWords(trigger.every)}` : 'On a schedule';
  if (trigger.type === 'webhook') return 'A webhook call';
  return inWords(trigger.type);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
