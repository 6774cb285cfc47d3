import { lineLook, Quiet, Section } from '@/features/home/section';
import { Moment } from '@/components/status/moment';
import { StatusBadge } from '@/components/status/status-badge';
import { Failure } from '@/components/ui/failure';
import { RowSkeletons } from '@/components/ui/skeleton';
import { RowLink } from '@/components/ui/table';
import type { ExecutionSummary } from '@/lib/api-types';

interface RecentActivityProps {
  executions: { isPending: boolean; isError: boolean; error: unknown; refetch: () => Promise<unknown> };
  recent: ExecutionSummary[];
}

export function RecentActivity({ executions, recent }: RecentActivityProps) {
  return (
    <Section title="Recent activity" to="/executions" all="All executions">
      {executions.isPending ? (
        <RowSkeletons rows={4} />
      ) : executions.isError && recent.length === 0 ? (
        <Failure error={executions.error} onRetry={() => void executions.refetch()} />
      ) : recent.length === 0 ? (
        <Quiet>Nothing has run yet.</Quiet>
      ) : (
        <ul>
          {recent.map((execution) => (
            <li key={execution.id} className={lineLook}>
              <span className="min-w-0 flex-1">
                <RowLink to={`/executions/${execution.id}`}>{execution.workflowName}</RowLink>
                <span className="block truncate text-sm text-ink-faint">
                  <Moment at={execution.startedAt} />
                  {execution.businessKeys && ` · ${Object.values(execution.businessKeys).join(' · ')}`}
                </span>
              </span>
              <StatusBadge status={execution.status} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
