import { useStore, type ReactFlowState } from '@xyflow/react';
import { dotGapAt } from '@/features/editor/canvas/detail';
import { GRID } from '@/features/editor/model/geometry';

const transformOf = (store: ReactFlowState) => store.transform;

/**
 * The grid behind the steps. It is drawn once for a zoom and then only moved, by less than the gap of its dots: a pattern
 * that is drawn anew for each frame costs more than all steps do.
 */
export function Dots() {
  const [x, y, zoom] = useStore(transformOf);
  const apart = dotGapAt(zoom, GRID);
  const gap = apart * zoom;
  const radius = (0.6 * apart * zoom) / GRID;
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute -z-1 will-change-transform"
      style={{
        inset: -gap,
        backgroundImage: `radial-gradient(circle, var(--line-strong) ${radius}px, transparent ${radius + 0.5}px)`,
        backgroundSize: `${gap}px ${gap}px`,
        transform: `translate(${shiftOf(x, gap)}px, ${shiftOf(y, gap)}px)`,
      }}
    />
  );
}

/** By how much the dots, which stand in the middle of their tiles, are moved so that one is where the canvas begins. */
export function shiftOf(start: number, gap: number): number {
  const rest = (start + gap / 2) % gap;
  return rest < 0 ? rest + gap : rest;
}
