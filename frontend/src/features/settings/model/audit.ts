import { inWords } from '@/lib/format/words';
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

export function subjectInWords({ subject }: AuditEntry): string {
  return `${inWords(subject.type)} ${subject.name ?? subject.id}`;
}
