import { Page } from '@/components/ui/page';
import { Loading, Skeleton } from '@/components/ui/skeleton';

export const EXECUTIONS = { to: '/executions', label: 'Executions' };

export function ExecutionSkeleton() {
  return (
    <Page title="Execution" parent={EXECUTIONS}>
      <Loading label="Loading the execution">
        <Skeleton className="h-[22rem] w-full rounded-lg" />
      </Loading>
    </Page>
  );
}
