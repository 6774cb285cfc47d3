import type { Point } from '@/components/graph/model/layout';
import { hull, type Box, type Size } from './geometry';

/** How small the canvas may be drawn for all of it to be in sight when it, or a panel beside it, is opened. */
export const LEGIBLE = 0.4;

/** How wide the panel is that opens beside the canvas with the first step that is chosen. */
const PANEL = 368;
/** How small the steps may be drawn for that panel not to cover any of them. */
const READABLE = 0.75;
/** The card of what starts the workflow, with the line from it. */
const START = 300;
const AROUND = 0.18;
/** Room for the next step's "+" and the line to it. */
export const MARGIN = 56;

/**
 * The margins with which all steps are shown: with room for the panel beside them, so that nothing is covered or has to
 * move when a step is chosen; but not where they would become hard to read.
 */
export function marginsFor(boxes: ReadonlyMap<string, Box>, canvas: number): Margins {
  const all = hull([...boxes.values()]);
  const wide = (START + (all?.width ?? 0)) * READABLE;
  const hasRoom = all !== null && wide <= canvas - PANEL - 2 * MARGIN;
  return hasRoom ? { x: AROUND, y: AROUND, right: `${PANEL + MARGIN + 8}px` } : { x: AROUND, y: AROUND };
}

/** What is left free around all steps when they must make room: for the next step's "+", and for the bar below. */
export const ROOM: Margins = { x: '56px', y: '72px' };

/** Whether nothing of the box is outside of what a canvas of a size shows. */
export function isInSight(box: Box, { x, y, zoom }: Point & { zoom: number }, canvas: Size): boolean {
  const [left, top] = [box.x * zoom + x, box.y * zoom + y];
  return (
    left >= 0 &&
    top >= 0 &&
    left + box.width * zoom <= canvas.width &&
    top + box.height * zoom <= canvas.height
  );
}

interface Margins {
  x: number | `${number}px`;
  y: number | `${number}px`;
  right?: `${number}px`;
}

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
