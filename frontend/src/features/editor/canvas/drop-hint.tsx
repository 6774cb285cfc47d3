import { ViewportPortal } from '@xyflow/react';
import { Plus } from 'lucide-react';
import type { DropSpot } from '@/features/editor/canvas/drop-spots';

/** Marks the "+" at which a dragged step would be put in. */
export function DropHint({ spot }: { spot: DropSpot | null }) {
  if (spot === null) return null;
  const { x, y } = spot.at;
  return (
    <ViewportPortal>
      <span
        aria-hidden
        style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
        className="pointer-events-none absolute z-10 grid size-7 place-items-center rounded-full bg-accent text-on-accent outline-4 outline-accent-soft"
      >
        <Plus className="size-4" strokeWidth={2.5} />
      </span>
    </ViewportPortal>
  );
}
