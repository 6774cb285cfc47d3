import { dotsOf } from '@/features/editor/canvas/elements';
import type { ViewStep } from '@/features/editor/model/view';

/**
 * Where edges begin and end at a step that shows no handles: unseen, and cheaper than handles, of which each watches
 * the whole canvas. The library measures what has these attributes whenever a step comes into sight.
 */
export function EdgeEnds({ step }: { step: ViewStep }) {
  return dotsOf(step).map(({ id, type, position, x, y, width, height }) => (
    <span
      key={`${type}:${id}`}
      aria-hidden
      className={`${type} invisible absolute`}
      data-handleid={id}
      data-handlepos={position}
      style={{ left: x, top: y, width, height }}
    />
  ));
}
