import type { Point } from '@/components/graph/model/layout';
import { hull, type Box } from './geometry';
import { shifted } from './moving';
import { outermost, type Definition } from './steps';

export type Side = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'across' | 'down';

type Boxes = ReadonlyMap<string, Box>;

/** Brings steps into one line. */
export function aligned(
  definition: Definition,
  boxes: Boxes,
  ids: readonly string[],
  side: Side,
): Definition {
  const chosen = chosenBoxes(definition, boxes, ids);
  const around = hull(chosen.map(([, box]) => box));
  if (!around || chosen.length < 2) return definition;
  return chosen.reduce((result, [id, box]) => shifted(result, [id], wayTo(side, box, around)), definition);
}

function wayTo(side: Side, box: Box, around: Box): Point {
  switch (side) {
    case 'left':
      return { x: around.x - box.x, y: 0 };
    case 'center':
      return { x: Math.round(around.x + around.width / 2 - box.x - box.width / 2), y: 0 };
    case 'right':
      return { x: around.x + around.width - box.x - box.width, y: 0 };
    case 'top':
      return { x: 0, y: around.y - box.y };
    case 'middle':
      return { x: 0, y: Math.round(around.y + around.height / 2 - box.y - box.height / 2) };
    case 'bottom':
      return { x: 0, y: around.y + around.height - box.y - box.height };
  }
}

/** Makes the gaps between steps equal; the first and the last stay where they are. */
export function distributed(
  definition: Definition,
  boxes: Boxes,
  ids: readonly string[],
  axis: Axis,
): Definition {
  const from = (box: Box) => (axis === 'across' ? box.x : box.y);
  const length = (box: Box) => (axis === 'across' ? box.width : box.height);
  const chosen = chosenBoxes(definition, boxes, ids).sort(([, a], [, b]) => from(a) - from(b));
  const around = hull(chosen.map(([, box]) => box));
  if (!around || chosen.length < 3) return definition;
  const used = chosen.reduce((sum, [, box]) => sum + length(box), 0);
  const gap = (length(around) - used) / (chosen.length - 1);
  let next = from(around);
  let result = definition;
  for (const [id, box] of chosen) {
    const by = Math.round(next - from(box));
    result = shifted(result, [id], axis === 'across' ? { x: by, y: 0 } : { x: 0, y: by });
    next += length(box) + gap;
  }
  return result;
}

function chosenBoxes(definition: Definition, boxes: Boxes, ids: readonly string[]): [string, Box][] {
  return outermost(definition, ids).flatMap((id) => {
    const box = boxes.get(id);
    return box ? [[id, box] as [string, Box]] : [];
  });
}
