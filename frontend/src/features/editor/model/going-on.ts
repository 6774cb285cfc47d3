import { plural } from '@/lib/format/words';
import type { View } from './view';

/** What is seen, and which steps are selected. */
export interface Look {
  view: View;
  selection: readonly string[];
}

/** The step that has just been put in, with which a person goes on; null if there is none. */
export function newStepOf(before: Look, now: Look): string | null {
  // A step with another id than before is the same one.
  if (now.view.steps.length <= before.view.steps.length) return null;
  return now.selection.find((id) => now.view.byId.has(id) && !before.view.byId.has(id)) ?? null;
}

/** The step nearest to where a person was, if what had the focus is gone; null if there is none. */
export function nearestStepOf(before: Look, now: Look): string | null {
  const was = before.selection.at(-1);
  const leading = before.view.edges.filter((edge) => edge.target === was).map((edge) => edge.source);
  const wishes = [now.selection.at(-1), was, ...leading];
  return wishes.find((id) => id !== undefined && now.view.byId.has(id)) ?? null;
}

/** What came or went, for those who do not see it; null if nothing did. */
export function comingsInWords(before: View, now: View): string | null {
  const parts = [
    told(
      now.steps.filter((step) => !before.byId.has(step.id)),
      'added',
    ),
    told(
      before.steps.filter((step) => !now.byId.has(step.id)),
      'removed',
    ),
  ].filter((part) => part !== null);
  return before.steps.length === now.steps.length || parts.length === 0 ? null : parts.join(' ');
}

function told(steps: readonly { name: string }[], what: string): string | null {
  const [first] = steps;
  if (!first) return null;
  return steps.length === 1 ? `“${first.name}” is ${what}.` : `${plural(steps.length, 'step')} are ${what}.`;
}
