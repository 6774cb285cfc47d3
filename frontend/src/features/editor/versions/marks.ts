import type { Mark } from '@/features/editor/canvas/elements';
import type { DefinitionDiff } from '@/lib/workflow-types';

/** How the canvas marks what the draft has otherwise than a version. */
export function marksOf(diff: DefinitionDiff): Map<string, Mark> {
  const line = ({ source, sourceHandle, target }: DefinitionDiff['edges']['added'][number]) =>
    `${source}:${sourceHandle}>${target}`;
  return new Map<string, Mark>([
    ...diff.steps.changed.map(({ id }) => [id, 'changed'] as const),
    ...diff.steps.added.map(({ id }) => [id, 'added'] as const),
    ...diff.edges.added.map((edge) => [line(edge), 'added'] as const),
    ...diff.edges.changed.map(({ after }) => [line(after), 'changed'] as const),
  ]);
}
