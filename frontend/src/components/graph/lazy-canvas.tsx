import { lazy, Suspense } from 'react';
import type { CanvasProps } from '@/components/graph/canvas';
import { Loading, Skeleton } from '@/components/ui/skeleton';

const Canvas = lazy(() => import('@/components/graph/canvas'));

/** The canvas library comes with the first page that draws a graph, not with the first page. */
export function LazyCanvas(props: CanvasProps) {
  return (
    <Suspense
      fallback={
        <Loading label="Loading the canvas">
          <Skeleton className="h-full min-h-72 w-full rounded-none bg-sunken" />
        </Loading>
      }
    >
      <Canvas {...props} />
    </Suspense>
  );
}
