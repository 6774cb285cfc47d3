import { useCallback, useMemo, useState } from 'react';
import { LazyCanvas } from '@/components/graph/lazy-canvas';
import { boxesIn, type Graph } from '@/components/graph/model/graph';
import { CARD, extentOf } from '@/components/graph/model/layout';
import { stacked } from '@/components/graph/model/stacked';

const MARGIN = 24;
/** So much room a card takes at the size at which it is still read with ease. */
const ROOM = 180;
const MOST = 4;

/** A workflow to read from the top down, in a frame that scrolls where it is longer than that. */
export function Preview({ graph, label }: { graph: Graph; label: string }) {
  const [width, setWidth] = useState(0);
  const measure = useCallback((frame: HTMLElement | null) => {
    if (!frame) return;
    const take = () => setWidth(frame.clientWidth);
    const observer = new ResizeObserver(take);
    take();
    observer.observe(frame);
    return () => observer.disconnect();
  }, []);
  const columns = Math.max(1, Math.min(MOST, Math.floor((width - 2 * MARGIN) / ROOM)));
  const shown = useMemo(() => stacked(graph, columns), [graph, columns]);
  const extent = extentOf(boxesIn(shown));
  const zoom = Math.max(0, Math.min(1, (width - 2 * MARGIN) / Math.max(CARD.width, extent.width)));

  return (
    <section ref={measure} aria-label={label} tabIndex={0} className="h-full overflow-y-auto">
      <div style={{ height: extent.height * zoom + 2 * MARGIN }} className="min-h-full">
        <LazyCanvas label={label} graph={shown} margin={MARGIN} />
      </div>
    </section>
  );
}
