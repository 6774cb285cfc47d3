import type { View, ViewStep } from './view';

export interface OutlineEntry {
  step: ViewStep;
  level: number;
  /** By which way one comes here, in words; null for the ordinary way or from nowhere. */
  by: string | null;
}

/** The steps in the order in which they come, each container followed by what is in it. */
export function outlineOf(view: View): OutlineEntry[] {
  const order = inOrder(view);
  const entries: OutlineEntry[] = [];
  const visit = (parent: string | null, level: number) => {
    for (const step of order) {
      if (step.parent !== parent) continue;
      entries.push({ step, level, by: wayTo(view, step) });
      if (step.isContainer) visit(step.id, level + 1);
    }
  };
  visit(null, 1);
  return entries;
}

/** Each step behind all that lead to it; those side by side from the top to the bottom. */
function inOrder(view: View): ViewStep[] {
  const missing = new Map(view.steps.map((step) => [step.id, 0]));
  const next = new Map<string, string[]>();
  for (const { source, target } of view.edges) {
    missing.set(target, (missing.get(target) ?? 0) + 1);
    next.set(source, [...(next.get(source) ?? []), target]);
  }
  const byPlace = (a: ViewStep, b: ViewStep) => a.box.y - b.box.y || a.box.x - b.box.x;
  const ready = view.steps
    .filter((step) => missing.get(step.id) === 0)
    .sort(byPlace)
    .reverse();
  const order: ViewStep[] = [];
  for (let step = ready.pop(); step; step = ready.pop()) {
    order.push(step);
    const freed = (next.get(step.id) ?? []).flatMap((id) => {
      const left = (missing.get(id) ?? 1) - 1;
      missing.set(id, left);
      return left === 0 ? (view.byId.get(id) ?? []) : [];
    });
    ready.push(...freed.sort(byPlace).reverse());
  }
  const known = new Set(order);
  return [...order, ...view.steps.filter((step) => !known.has(step))];
}

function wayTo(view: View, step: ViewStep): string | null {
  const ways = view.edges
    .filter((edge) => edge.target === step.id)
    .flatMap((edge) => {
      const source = view.byId.get(edge.source);
      const handle = source?.handles.find((one) => one.id === edge.handle);
      const isPlain = !source || source.handles.filter((one) => !one.isError).length < 2;
      return source && handle && (!isPlain || handle.isError) ? [`${source.name}: ${handle.label}`] : [];
    });
  return ways.length === 0 ? null : ways.join(', ');
}
