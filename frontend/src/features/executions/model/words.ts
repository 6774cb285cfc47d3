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

/** What began an execution: "Lead received", "By hand", "Schedule". */
export function startInWords({ trigger }: Pick<ExecutionSummary, 'trigger'>): string {
  switch (trigger.kind) {
    case 'EVENT':
      return trigger.eventType ? eventInWords(trigger.eventType) : 'Event';
    case 'SCHEDULE':
      return 'Schedule';
    case 'WEBHOOK':
      return 'Webhook call';
    case 'API':
      return 'By hand';
    case 'CALL':
      return 'Called by a workflow';
  }
}
