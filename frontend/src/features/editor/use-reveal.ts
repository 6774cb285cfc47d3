import { useEffect, useRef } from 'react';
import { useReactFlow, useStoreApi, type ReactFlowInstance } from '@xyflow/react';
import type { Point } from '@/components/graph/model/layout';
import { holds, middle, type Box } from '@/features/editor/model/geometry';
import { MARGIN } from '@/features/editor/model/opening';
import type { View } from '@/features/editor/model/view';
import { uncovered } from '@/features/editor/uncovered';

const LEGIBLE = 0.7;

/** Brings the step that has just been selected into sight, such as a new one, unless it is in sight already. */
export function useReveal(view: View, selection: readonly string[]): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  });
  const only = selection.length === 1 ? selection[0] : undefined;

  useEffect(() => {
    if (only === undefined) return;
    // The panel of the step comes with the same change and makes the canvas narrower.
    const frame = window.requestAnimationFrame(() => {
      const box = latest.current.drawn.get(only);
      const { transform, domNode, width: before } = store.getState();
      if (!box || !domNode) return;
      const [x, y, zoom] = transform;
      const { width, height } = uncovered(domNode);
      const seen = {
        x: (MARGIN - x) / zoom,
        y: (MARGIN - y) / zoom,
        width: (width - 2 * MARGIN) / zoom,
        height: (height - 2 * MARGIN) / zoom,
      };
      const at = middle(box);
      const isNarrow = box.width < seen.width;
      const isSeen =
        holds(seen, at) && (!isNarrow || (box.x >= seen.x && box.x + box.width <= seen.x + seen.width));
      if (isSeen) return;
      // What has only been covered by the panel of the step keeps its size, and moves no further than it must.
      const wasSeen = holds({ x: -x / zoom, y: -y / zoom, width: before / zoom, height: height / zoom }, at);
      if (!wasSeen && (zoom < LEGIBLE || !isNarrow)) centreOn(flow, domNode, box, Math.max(zoom, LEGIBLE));
      else void flow.setViewport({ ...movedBy(seen, box, zoom, { x, y }), zoom }, { duration: 160 });
    });
    return () => window.cancelAnimationFrame(frame);
  }, [only, flow, store]);
}

/** Where the view has to be for a box to be in sight, moved no further than it must be: what leads there stays in sight. */
function movedBy(seen: Box, box: Box, zoom: number, { x, y }: Point): Point {
  const left = Math.min(0, box.x - seen.x) + Math.max(0, box.x + box.width - seen.x - seen.width);
  const up = Math.min(0, box.y - seen.y) + Math.max(0, box.y + box.height - seen.y - seen.height);
  return { x: x - left * zoom, y: y - up * zoom };
}

/** What of the canvas is in the middle of the part that no panel lies over. */
export function middleOf(flow: ReactFlowInstance, canvas: Element | null): Point {
  const { left = 0, top = 0 } = canvas?.getBoundingClientRect() ?? {};
  const { width, height } = canvas ? uncovered(canvas) : { width: 0, height: 0 };
  return flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 }, { snapToGrid: false });
}

/** Moves the view so that a box is in the middle of what the canvas has become by now. */
export function centreOn(flow: ReactFlowInstance, canvas: Element | null, box: Box, zoom: number): void {
  if (!canvas) return;
  const { width, height } = uncovered(canvas);
  const at = middle(box);
  void flow.setViewport({ x: width / 2 - at.x * zoom, y: height / 2 - at.y * zoom, zoom }, { duration: 160 });
}
