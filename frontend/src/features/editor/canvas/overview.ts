import { hull, type Box } from '@/features/editor/model/geometry';

/** A small picture of boxes: where its corner is on the canvas, how much smaller it is, and its outline. */
export interface Outlined {
  x: number;
  y: number;
  scale: number;
  width: number;
  height: number;
  /** What the boxes take on the canvas. */
  around: Box;
  /** All boxes as one SVG path. */
  path: string;
}

const SIZE = { width: 200, height: 150 };
const MARGIN = 8;

/** The boxes drawn as large as they fit; null for none. */
export function outlined(boxes: Box[]): Outlined | null {
  const around = hull(boxes);
  if (!around) return null;
  const room = { width: SIZE.width - 2 * MARGIN, height: SIZE.height - 2 * MARGIN };
  const scale = Math.min(room.width / around.width, room.height / around.height, 0.18);
  const x = around.x - (SIZE.width / scale - around.width) / 2;
  const y = around.y - (SIZE.height / scale - around.height) / 2;
  const small = (length: number) => Math.round(length * scale * 10) / 10;
  const path = boxes
    .map(
      (box) =>
        `M${small(box.x - x)} ${small(box.y - y)}h${small(box.width)}v${small(box.height)}h${-small(box.width)}z`,
    )
    .join('');
  return { x, y, scale, ...SIZE, around, path };
}

/** Whether nothing of the inner box is outside of the outer one. */
export function holdsBox(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Where what is in sight lies in the picture, with its edge in sight even where it reaches beyond. */
export function framed({ x, y, scale, width, height }: Outlined, seen: Box): Box {
  const left = Math.max(0, Math.min(width - 4, (seen.x - x) * scale));
  const top = Math.max(0, Math.min(height - 4, (seen.y - y) * scale));
  const right = Math.max(left + 4, Math.min(width, (seen.x + seen.width - x) * scale));
  const bottom = Math.max(top + 4, Math.min(height, (seen.y + seen.height - y) * scale));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
