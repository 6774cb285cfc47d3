import { hull, type Box, type Size } from './geometry';

/** How small the canvas may be drawn for all of it to be in sight when it is opened. */
const LEGIBLE = 0.4;

/**
 * The steps with which the canvas is opened: all of them, or those near the start where all of them would be too
 * small to be read. Null stands for all.
 */
export function firstInSight(
  boxes: ReadonlyMap<string, Box>,
  entries: readonly string[],
  screen: Size,
): string[] | null {
  const all = hull([...boxes.values()]);
  const reach = { width: screen.width / LEGIBLE, height: screen.height / LEGIBLE };
  if (!all || (all.width <= reach.width && all.height <= reach.height)) return null;
  const start = hull(entries.flatMap((id) => boxes.get(id) ?? [])) ?? all;
  const middle = start.y + start.height / 2;
  const near = [...boxes].filter(
    ([, box]) =>
      box.x + box.width <= all.x + reach.width / 2 &&
      Math.abs(box.y + box.height / 2 - middle) <= reach.height / 4,
  );
  return near.map(([id]) => id);
}
