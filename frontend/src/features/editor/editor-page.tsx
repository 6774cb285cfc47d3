import { lazy, Suspense, useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { queries } from '@/lib/queries';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

const importEditor = () => import('@/features/editor/editor');
const Editor = lazy(importEditor);
// Comes beside the workflow, not after it. Whether it failed is told where it is shown.
importEditor().catch(() => undefined);

const ONCE = { refetchOnMount: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false } as const;
const PARENT = { to: '/workflows', label: 'Workflows' };

export function Component() {
  const { id = '' } = useParams();
  const user = useUser();
  // What is edited is what was loaded first; later states come by saving, never from behind.
  const workflow = useQuery({ ...queries.workflow(id), ...ONCE });
  const stepTypes = useQuery(queries.stepTypes());
  const failed = workflow.isError && !workflow.data ? workflow : stepTypes.isError ? stepTypes : null;
  const name = workflow.data?.name;

  useEffect(() => {
    if (name !== undefined) document.title = `${name} · AutoMatrix`;
  }, [name]);

  if (failed) {
    return (
      <Page title="Workflow" parent={PARENT}>
        <Card>
          <Failure error={failed.error} onRetry={() => void failed.refetch()} />
        </Card>
      </Page>
    );
  }
  // A copy from an earlier visit may be old, and saving on it would be refused.
  if (!workflow.data || !stepTypes.data || !workflow.isFetchedAfterMount) return <EditorSkeleton />;
  return (
    <Suspense fallback={<EditorSkeleton />}>
      <Editor key={id} workflow={workflow.data} stepTypes={stepTypes.data} readOnly={!may(user, 'build')} />
    </Suspense>
  );
}

function EditorSkeleton() {
  return (
    <Loading label="Loading the editor">
      <div className="flex h-12 items-center gap-3 border-b px-3">
        <Skeleton className="h-5 w-56" />
        <Skeleton className="ml-auto h-8 w-24" />
      </div>
      <Skeleton className="h-[calc(100dvh-3rem)] w-full rounded-none" />
    </Loading>
  );
}
