import { inWords } from '@/lib/format/words';
import { isObject, type JsonValue } from '@/lib/json';
import type { AuditEntry } from '@/lib/settings-types';

/** What the API is asked for: a day of the calendar is its first or last moment on the person's clock. */
export function asked(filters: Record<string, string>): Record<string, string> {
  const { from = '', to = '', ...rest } = filters;
  return {
    ...rest,
    from: moment(from, '00:00:00.000'),
    to: moment(to, '23:59:59.999'),
  };
}

function moment(day: string, time: string): string {
  const at = new Date(`${day}T${time}`);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
}

/** "user.last-changed" is "User last changed". */
export function actionInWords(entry: AuditEntry): string {
  return inWords(entry.action);
}

/**
 * What was changed, by the name it has or had: "Workflow Answer a lead".
 *
 * @param workflows the names of workflows by their ids
 */
export function subjectInWords(
  { subject, detail }: AuditEntry,
  workflows: ReadonlyMap<string, string>,
): string {
  const told = isObject(detail) ? (nameIn(detail.after) ?? nameIn(detail.before)) : null;
  const known = subject.type === 'workflow' ? workflows.get(subject.id) : undefined;
  return `${inWords(subject.type)} ${subject.name ?? told ?? known ?? subject.id}`;
}

function nameIn(state: JsonValue): string | null {
  return isObject(state) && typeof state.name === 'string' ? state.name : null;
}

const PAGES: Record<string, string | undefined> = {
  workflow: '/workflows/',
  execution: '/executions/',
  task: '/inbox/',
  lead: '/leads/',
  prompt: '/ai/prompts/',
  'event-type': '/event-types/',
  'message-template': '/outbox/texts/',
  'dead-letter': '/dead-letters/',
};

/** The page of what was changed; null if it has none of its own. */
export function subjectPath({ subject }: AuditEntry): string | null {
  const page = PAGES[subject.type];
  return page === undefined ? null : page + encodeURIComponent(subject.id);
}
