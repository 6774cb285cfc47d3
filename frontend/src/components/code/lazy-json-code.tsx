import { lazy, Suspense } from 'react';
import type { JsonCodeProps } from '@/components/code/json-code';
import { Loading, Skeleton } from '@/components/ui/skeleton';

const JsonCode = lazy(() => import('@/components/code/json-code'));

/** The code editor comes after the page that shows it. */
export function LazyJsonCode(props: JsonCodeProps) {
  return (
    <Suspense
      fallback={
        <Loading label="Loading the text">
          <Skeleton className="h-40 w-full rounded-md" />
        </Loading>
      }
    >
      <JsonCode {...props} />
    </Suspense>
  );
}
