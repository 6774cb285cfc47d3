import type { WorkflowProblem, WorkflowStatus } from '@/lib/api-types';
import { plural } from '@/lib/format/words';

/** What the server says of the definition, and whether that is of an earlier form. */
interface Checked {
  problems: readonly WorkflowProblem[];
  errors: number;
  isBehind: boolean;
}

/** Why the draft cannot be published at the moment, in a sentence; null if it can. */
export function publishRefusal(
  status: WorkflowStatus,
  { problems, errors, isBehind }: Checked,
  saving: string,
): string | null {
  if (status === 'ARCHIVED') return 'Take the workflow out of the archive first.';
  const beginning = problems.find(({ code }) => code === 'graph.empty');
  if (beginning) return beginning.message;
  if (errors > 0) return `${plural(errors, 'problem')} ${errors === 1 ? 'has' : 'have'} to be mended first.`;
  if (saving === 'offline') return 'The draft is not saved: there is no connection.';
  if (saving === 'failed' || saving === 'conflict') return 'The draft is not saved.';
  return isBehind ? 'The draft is being checked.' : null;
}
