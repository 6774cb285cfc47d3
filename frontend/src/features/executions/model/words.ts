import type { ExecutionStatus, ExecutionSummary, TriggerKind } from '@/lib/api-types';
import { eventInWords, inWords } from '@/lib/format/words';

export const STATUSES: { value: ExecutionStatus; label: string }[] = [
  { value: 'PENDING', label: 'Pending' },
  { value: 'RUNNING', label: 'Running' },
  { value: 'WAITING', label: 'Waiting' },
  { value: 'COMPENSATING', label: 'Compensating' },
  { value: 'COMPLETED', label: 'Completed' },
  { value: 'FAILED', label: 'Failed' },
  { value: 'CANCELLED', label: 'Cancelled' },
];

export const TRIGGERS: Record<TriggerKind, string> = {
  API: 'By hand',
  EVENT: 'Event',
  SCHEDULE: 'Schedule',
  WEBHOOK: 'Webhook call',
  CALL: 'Called by a workflow',
};

/** What began an execution: "Lead received", "By hand", "Schedule". */
export function startInWords({ trigger }: Pick<ExecutionSummary, 'trigger'>): string {
  return trigger.kind === 'EVENT' && trigger.eventType
    ? eventInWords(trigger.eventType)
    : TRIGGERS[trigger.kind];
}

/** "repairOrder" becomes "Repair order"; what people write in capitals stays so: "VIN". */
export function keyInWords(name: string): string {
  return /^(vin|ro|id)$/i.test(name) ? name.toUpperCase() : inWords(name);
}
