import type { Task } from '@/lib/api-types';
import { ago, exactTime, roughly } from '@/lib/format/time';
import { inWords } from '@/lib/format/words';
import { isObject, type JsonValue } from '@/lib/json';

export interface Due {
  text: string;
  isOverdue: boolean;
}

/** When a task is due, or how long it should have been done; null if it is never due. */
export function dueInWords(task: Pick<Task, 'dueAt' | 'expiresAt'>, now: number): Due | null {
  const at = task.dueAt ?? task.expiresAt;
  if (!at) return null;
  const left = Date.parse(at) - now;
  if (left < 0) return { text: `Overdue by ${roughly(-left)}`, isOverdue: true };
  return { text: `Due in ${roughly(left)}`, isOverdue: false };
}

/** Who has it: by name, else by role. */
export function holderInWords(task: Pick<Task, 'role' | 'assignee' | 'escalatedTo' | 'claim'>): string {
  if (task.claim) return task.claim.name;
  if (task.assignee) return task.assignee;
  const roles = [task.role, task.escalatedTo].filter((role) => typeof role === 'string');
  return roles.map((role) => inWords(role)).join(' or ');
}

const OUTCOMES = { APPROVED: 'Approved', REJECTED: 'Rejected', DONE: 'Done' };

/** How a task has ended, in a sentence. */
export function closingInWords({ state, closing }: Task, now: number): string {
  const at = closing ? ` ${ago(closing.at, now)}` : '';
  if (state === 'EXPIRED') return `Nobody answered in time; it ended${at}.`;
  if (state === 'CANCELLED') return `Not needed any more: its execution went on without it${at}.`;
  const outcome = closing?.outcome ? OUTCOMES[closing.outcome] : 'Decided';
  return `${outcome}${closing?.name ? ` by ${closing.name}` : ''}${at}.`;
}

export interface Fact {
  label: string;
  value: JsonValue;
}

/** The parts of a context that read well side by side, and those that are objects or lists of their own. */
export function factsOf(context: JsonValue): { plain: Fact[]; nested: Fact[] } {
  const entries = isObject(context) ? Object.entries(context) : [];
  const facts = entries
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => ({ label: inWords(name), value }));
  return {
    plain: facts.filter(({ value }) => !isBranch(value)),
    nested: facts.filter(({ value }) => isBranch(value)),
  };
}

/** A list of texts and numbers can be said in a line; anything deeper cannot. */
function isBranch(value: JsonValue): boolean {
  return Array.isArray(value) ? value.some((item) => isObject(item) || Array.isArray(item)) : isObject(value);
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

export function valueInWords(value: JsonValue): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return value.toLocaleString('en-US', { maximumFractionDigits: 10 });
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  if (typeof value === 'string') return TIME.test(value) ? exactTime(value) : value;
  return '';
}
