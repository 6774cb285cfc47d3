import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Notice } from '@/components/ui/failure';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { queries } from '@/lib/queries';

/** The published workflows that events of the type start. */
export function WhereUsed({ type }: { type: string }) {
  const triggers = useQuery(queries.triggers());
  if (triggers.isPending) {
    return (
      <Loading label="Loading the workflows">
        <Skeleton className="h-4 w-40" />
      </Loading>
    );
  }
  if (triggers.isError) return <Notice error={triggers.error} />;
  const used = triggers.data.filter(({ eventType }) => eventType === type);
  if (used.length === 0) {
    return <p className="text-ink-faint">No published workflow listens to this event.</p>;
  }
  return (
    <ul className="flex flex-col gap-1.5">
      {used.map(({ workflowId, workflowName, triggerId, active }) => (
        <li key={`${workflowId} ${triggerId}`} className="flex flex-wrap items-baseline gap-x-2">
          <Link to={`/workflows/${workflowId}`} className="font-medium hover:underline">
            {workflowName}
          </Link>
          {!active && <span className="text-sm text-ink-faint">paused</span>}
        </li>
      ))}
    </ul>
  );
}
