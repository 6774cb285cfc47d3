import { middle, type Box } from './geometry';
import type { View, ViewStep } from './view';

export type Way = 'left' | 'right' | 'up' | 'down';

/** The step that one comes to from a step by an arrow key: along the lines, or up and down among those beside it. */
export function neighbourOf(view: View, id: string, way: Way): string | null {
  const step = view.byId.get(id);
  if (!step) return null;
  switch (way) {
    case 'right':
      return nearest(step, linked(view, id, 'source', 'target'));
    case 'left':
      return nearest(step, linked(view, id, 'target', 'source'));
    case 'down':
      return firstInside(view, id) ?? beside(view, step, 1);
    case 'up':
      return beside(view, step, -1) ?? step.parent;
  }
}

function linked(view: View, id: string, from: 'source' | 'target', to: 'source' | 'target'): ViewStep[] {
  return view.edges.flatMap((edge) => (edge[from] === id ? (view.byId.get(edge[to]) ?? []) : []));
}

function firstInside(view: View, id: string): string | null {
  const inside = view.steps.filter((one) => one.parent === id);
  return inside.sort((a, b) => a.box.x - b.box.x)[0]?.id ?? null;
}

/** Above or below it, rather than before or behind it. */
function beside(view: View, step: ViewStep, sign: 1 | -1): string | null {
  const at = middle(step.box);
  const found = view.steps.filter((one) => {
    const to = middle(one.box);
    const down = (to.y - at.y) * sign;
    return one.parent === step.parent && down > 0 && Math.abs(to.x - at.x) < Math.max(down, step.box.width);
  });
  return nearest(step, found);
}

function nearest(step: ViewStep, others: ViewStep[]): string | null {
  const [first] = [...others].sort((a, b) => distance(step.box, a.box) - distance(step.box, b.box));
  return first?.id ?? null;
}

function distance(a: Box, b: Box): number {
  const [from, to] = [middle(a), middle(b)];
  return Math.hypot(to.x - from.x, to.y - from.y);
}
