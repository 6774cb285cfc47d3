import type { ExecutionStatus } from '@/lib/api-types';
import type { ExecutionFilters } from './filters';

const GOING: ExecutionStatus[] = ['PENDING', 'RUNNING', 'WAITING', 'COMPENSATING'];

/** The same filters for those that still go on; null where they ask for ended ones alone. */
export function stillGoing(filters: ExecutionFilters): ExecutionFilters | null {
  const asked = filters.status === '' ? GOING : filters.status.split(',');
  const status = GOING.filter((one) => asked.includes(one));
  return status.length === 0 ? null : { ...filters, status: status.join(',') };
}

/** The workflow, if the filters take in all of it that goes on and nothing else. */
export function wholeWorkflow(filters: ExecutionFilters): string | null {
  const { workflowId, status, ...others } = stillGoing(filters) ?? filters;
  const isAll = status === GOING.join(',') && Object.values(others).every((other) => other === '');
  return workflowId !== '' && isAll ? workflowId : null;
}
