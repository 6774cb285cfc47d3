import { useLayoutEffect, useRef } from 'react';
import { getViewportForBounds, useReactFlow, useStoreApi, type Viewport } from '@xyflow/react';
import { isInSight, LEGIBLE, ROOM } from '@/features/editor/model/opening';
import { afterItsSize, uncovered } from '@/features/editor/uncovered';

/**
 * Makes room when a panel opens beside the canvas: where all steps were in sight they stay so, and they are as large as
 * before when it is closed and nobody has moved the view meanwhile.
 */
export function useRoom(isBeside: boolean): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const was = useRef(isBeside);
  const made = useRef<{ from: Viewport; to: Viewport } | null>(null);

  useLayoutEffect(() => {
    if (was.current === isBeside) return;
    was.current = isBeside;
    const { width, height } = store.getState();
    const from = flow.getViewport();
    const last = made.current;
    made.current = null;
    if (!isBeside) {
      if (last && isSame(last.to, from)) void flow.setViewport(last.from, { duration: 160 });
      return;
    }
    if (!isInSight(flow.getNodesBounds(flow.getNodes()), from, { width, height })) return;
    afterItsSize(() => {
      const { domNode, minZoom } = store.getState();
      if (!domNode) return;
      const size = uncovered(domNode);
      const all = flow.getNodesBounds(flow.getNodes());
      if (isInSight(all, from, size)) return;
      const to = getViewportForBounds(all, size.width, size.height, minZoom, from.zoom, ROOM);
      if (to.zoom < LEGIBLE) return;
      made.current = { from, to };
      void flow.setViewport(to, { duration: 160 });
    });
  }, [flow, isBeside, store]);
}

function isSame(a: Viewport, b: Viewport): boolean {
  return Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && Math.abs(a.zoom - b.zoom) < 0.01;
}
