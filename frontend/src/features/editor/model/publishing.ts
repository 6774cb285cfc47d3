import type { WorkflowStatus } from '@/lib/api-types';
import { plural } from '@/lib/format/words';

/** Why the draft cannot be published at the moment, in a sentence; null if it can. */
export function publishRefusal(
  status: WorkflowStatus,
  errors: number,
  saving: string,
  isBehind: boolean,
): string | null {
  if (status === 'ARCHIVED') return 'Take the workflow out of the archive first.';
  if (errors > 0) return `${plural(errors, 'problem')} ${errors === 1 ? 'has' : 'have'} to be mended first.`;
  if (saving === 'offline') return 'The draft is not saved: there is no connection.';
  if (saving === 'failed' || saving === 'conflict') return 'The draft is not saved.';
  return isBehind ? 'The draft is being checked.' : null;
}
