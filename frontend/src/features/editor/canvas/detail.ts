import { createContext, use } from 'react';

/** How much of a step is drawn: all; its name alone; or, where nothing could be read any more, its shape. */
export type Detail = 'full' | 'name' | 'shape';

const NAME_BELOW = 0.55;
const SHAPE_BELOW = 0.28;

export function detailAt(zoom: number): Detail {
  if (zoom < SHAPE_BELOW) return 'shape';
  return zoom < NAME_BELOW ? 'name' : 'full';
}

/** Given once by the canvas: if each step watched the zoom, every frame would ask all of them. */
export const DetailContext = createContext<Detail>('full');

export function useDetail(): Detail {
  return use(DetailContext);
}

const NARROWEST = 14;

/** How far apart the dots of the background are on the canvas, so that they never become a grey mass on the screen. */
export function dotGapAt(zoom: number, grid: number): number {
  let gap = grid;
  while (gap * zoom < NARROWEST) gap *= 2;
  return gap;
}
