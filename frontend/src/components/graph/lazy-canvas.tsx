import { lazy, Suspense, type ReactNode } from 'react';
import type { CanvasProps } from '@/components/graph/canvas';
import { boxesIn, type Graph } from '@/components/graph/model/graph';
import { extentOf } from '@/components/graph/model/layout';
import { Skeleton } from '@/components/ui/skeleton';

const Canvas = lazy(() => import('@/components/graph/canvas'));

/** What the frame of a graph leaves free above and below it. */
const MARGIN = 160;

/** A frame in the shape of the graph: low for a line of steps, higher for a broad one. */
export function CanvasFrame({ graph, children }: { graph: Graph | null; children: ReactNode }) {
  const extent = extentOf(graph ? boxesIn(graph) : []);
  const share = extent.width === 0 ? 0 : extent.height / extent.width;
  return (
    <section
      aria-label="Canvas"
      className="relative min-h-56 w-full overflow-hidden rounded-lg border bg-sunken md:min-h-80"
      style={{
        aspectRatio: `1 / ${Math.min(1, share * 1.1 + 0.04).toFixed(3)}`,
        // Nothing is drawn larger than it is, so that a small graph needs no more.
        maxHeight: `min(40rem, 70dvh, ${extent.height + MARGIN}px)`,
      }}
    >
      <div className="absolute inset-0">{children}</div>
    </section>
  );
}

/** The canvas library comes with the first page that draws a graph, not with the first page. */
export function LazyCanvas(props: CanvasProps) {
  return (
    <Suspense
      fallback={
        <div role="status" aria-label="Loading the canvas" className="h-full">
          <Skeleton className="h-full w-full rounded-none" />
        </div>
      }
    >
      <Canvas {...props} />
    </Suspense>
  );
}
