import type { UseQueryResult } from '@tanstack/react-query';
import { lineLook, Quiet, Section } from '@/features/home/section';
import { Failure } from '@/components/ui/failure';
import { RowSkeletons } from '@/components/ui/skeleton';
import { RowLink } from '@/components/ui/table';
import { plural } from '@/lib/format/words';
import type { Dashboard } from '@/lib/insight-types';

const MOST = 6;

/** The causes for which executions failed today, the most frequent first. */
export function FailingWorkflows({ dashboard }: { dashboard: UseQueryResult<Dashboard> }) {
  const errors = dashboard.data?.errors ?? [];
  return (
    <Section title="Failing today" to="/dashboard" all="Dashboard">
      {dashboard.isPending ? (
        <RowSkeletons rows={3} />
      ) : dashboard.isError && !dashboard.data ? (
        <Failure error={dashboard.error} onRetry={() => void dashboard.refetch()} />
      ) : errors.length === 0 ? (
        <Quiet>Nothing has failed today.</Quiet>
      ) : (
        <ul>
          {errors.slice(0, MOST).map((group) => (
            <li key={`${group.workflowId} ${group.nodeId ?? ''} ${group.code}`} className={lineLook}>
              <span className="min-w-0 flex-1">
                <RowLink to={`/executions/${group.lastExecutionId}`}>{group.workflowName}</RowLink>
                <span className="block truncate text-sm text-failed">{group.message || group.code}</span>
              </span>
              <span className="text-sm whitespace-nowrap text-ink-soft tabular-nums">
                {plural(group.count, 'time')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
