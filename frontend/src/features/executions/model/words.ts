import type { ExecutionStatus, ExecutionSummary } from '@/lib/api-types';
import { eventInWords } from '@/lib/format/words';

export const STATUSES: { value: ExecutionStatus | 'all'; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'RUNNING', label: 'Running' },
  { value: 'WAITING', label: 'Waiting' },
  { value: 'COMPLETED', label: 'Completed' },
  { value: 'FAILED', label: 'Failed' },
  { value: 'CANCELLED', label: 'Cancelled' },
];

/** What began an execution: "Lead received", "Started by hand", "A schedule". */
export function startInWords({ trigger }: Pick<ExecutionSummary, 'trigger'>): string {
  switch (trigger.kind) {
    case 'EVENT':
      return trigger.eventType ? eventInWords(trigger.eventType) : 'An event';
    case 'SCHEDULE':
      return 'A schedule';
    case 'WEBHOOK':
      return 'A webhook call';
    case 'API':
      return 'Started by hand';
  }
}
