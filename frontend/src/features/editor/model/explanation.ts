import { outlineOf } from './outline';
import { OUT } from './steps';
import type { View, ViewStep } from './view';

export interface ExplainedStep {
  id: string;
  name: string;
  does: string;
  /** How deep it is in boxes; 1 for outside of all. */
  level: number;
  /** What comes after it, each way on as a sentence. */
  next: string[];
}

/** What a workflow does, step by step in the order in which the steps come. */
export function explanationOf(view: View): ExplainedStep[] {
  return outlineOf(view).map(({ step, level }) => ({
    id: step.id,
    name: step.name,
    does: step.does.replace(/\.$/, ''),
    level,
    next: waysOn(view, step),
  }));
}

function waysOn(view: View, step: ViewStep): string[] {
  const isChoice = step.handles.filter((handle) => !handle.isError).length > 1;
  return step.handles.flatMap((handle) => {
    const targets = view.edges
      .filter((edge) => edge.source === step.id && edge.handle === handle.id)
      .flatMap((edge) => view.byId.get(edge.target) ?? [])
      .map((target) => `“${target.name}”`);
    if (targets.length === 0) return [];
    const way = handle.id === OUT || (!isChoice && !handle.isError) ? 'Then' : `${handle.label}:`;
    return [`${way} ${targets.join(' and ')}.`];
  });
}
