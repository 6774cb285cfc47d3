import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lineLook, Quiet, Section } from '@/features/home/section';
import { Moment } from '@/components/status/moment';
import { Badge } from '@/components/ui/badge';
import { Failure } from '@/components/ui/failure';
import { RowSkeletons } from '@/components/ui/skeleton';
import { RowLink } from '@/components/ui/table';
import { queries } from '@/lib/queries';
import { useNow } from '@/lib/use-now';

const MOST = 6;

/** The approvals and tasks of the one who looks, the most pressing first. */
export function NeedsMe() {
  const now = useNow(60_000);
  const counts = useQuery(queries.taskCounts());
  const tasks = useInfiniteQuery(queries.tasks({ scope: 'mine' }));
  const mine = tasks.data?.pages[0]?.items ?? [];
  const overdue = counts.data?.overdue ?? 0;
  return (
    <Section title="Needs you" to="/inbox" all={counts.data ? `All ${counts.data.mine}` : 'All'}>
      {overdue > 0 && (
        <p className="border-b bg-failed-soft px-4 py-2 text-sm text-failed">{overdue} overdue</p>
      )}
      {tasks.isPending ? (
        <RowSkeletons rows={3} />
      ) : tasks.isError && mine.length === 0 ? (
        <Failure error={tasks.error} onRetry={() => void tasks.refetch()} />
      ) : mine.length === 0 ? (
        <Quiet>Nothing waits for you.</Quiet>
      ) : (
        <ul>
          {mine.slice(0, MOST).map((task) => (
            <li key={task.id} className={lineLook}>
              <span className="min-w-0 flex-1">
                <RowLink to={`/inbox/${task.id}`}>{task.title}</RowLink>
                <span className="block truncate text-sm text-ink-faint">
                  {task.workflowName} · <Moment at={task.openedAt} />
                </span>
              </span>
              {task.dueAt && Date.parse(task.dueAt) < now && <Badge tone="failed">Overdue</Badge>}
              <Badge tone="waiting">{task.kind === 'APPROVAL' ? 'Approval' : 'Task'}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
