import { useMemo, type PointerEvent } from 'react';
import { useReactFlow, useStore, type ReactFlowState } from '@xyflow/react';
import { framed, holdsBox, outlined } from '@/features/editor/canvas/overview';
import type { Box } from '@/features/editor/model/geometry';

interface OverviewMapProps {
  boxes: ReadonlyMap<string, Box>;
}

const transformOf = (store: ReactFlowState) => store.transform;
const widthOf = (store: ReactFlowState) => store.width;
const heightOf = (store: ReactFlowState) => store.height;

/** All steps as one small picture, and over it the frame of what is in sight: only the frame is moved by panning. */
export function OverviewMap({ boxes }: OverviewMapProps) {
  const flow = useReactFlow();
  const [x, y, zoom] = useStore(transformOf);
  const width = useStore(widthOf);
  const height = useStore(heightOf);
  const map = useMemo(() => outlined([...boxes.values()]), [boxes]);
  const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  // Where all is in sight the map would only cover a part of it.
  if (map === null || holdsBox(seen, map.around)) return null;
  const frame = framed(map, seen);

  function look(event: PointerEvent<HTMLDivElement>) {
    if (map === null || event.buttons !== 1) return;
    const at = event.currentTarget.getBoundingClientRect();
    event.currentTarget.setPointerCapture(event.pointerId);
    void flow.setCenter(
      map.x + (event.clientX - at.x) / map.scale,
      map.y + (event.clientY - at.y) / map.scale,
      {
        zoom,
      },
    );
  }

  return (
    <div
      role="img"
      aria-label="Minimap"
      className="nopan nowheel absolute right-4 bottom-4 z-5 box-content hidden cursor-pointer touch-none overflow-hidden rounded-lg border bg-surface contain-strict @2xl:block"
      style={{ width: map.width, height: map.height }}
      onPointerDown={look}
      onPointerMove={look}
      onWheel={(event) => void flow.zoomTo(zoom * 2 ** (-event.deltaY / 500))}
    >
      <svg width={map.width} height={map.height} className="block fill-line-strong" aria-hidden>
        <path d={map.path} />
      </svg>
      <div
        className="absolute top-0 left-0 rounded-sm border border-accent-ink bg-accent/10 will-change-transform"
        style={{
          width: frame.width,
          height: frame.height,
          transform: `translate(${frame.x}px, ${frame.y}px)`,
        }}
      />
    </div>
  );
}
