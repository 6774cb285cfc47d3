import type { Size } from '@/features/editor/model/geometry';

/** The part of the canvas that no panel lies over. */
export function uncovered(canvas: Element): Size {
  const { left, right, width, height } = canvas.getBoundingClientRect();
  const panel = document.querySelector('[data-settings]')?.getBoundingClientRect();
  const isOver = panel !== undefined && panel.left > left && panel.left < right;
  return { width: isOver ? panel.left - left : width, height };
}

/** The canvas learns its new size only behind the frame in which it is drawn with it. */
export function afterItsSize(act: () => void): void {
  window.requestAnimationFrame(() => window.requestAnimationFrame(act));
}
