import { noteKey, type CanvasNote } from '@/components/graph/model/notes';
import type { Mark } from '@/features/editor/canvas/elements';
import type { Catalogue } from '@/features/editor/model/catalogue';
import { hull, type Box } from '@/features/editor/model/geometry';
import type { Definition } from '@/features/editor/model/steps';
import { viewOf, type View, type ViewEdge, type ViewStep } from '@/features/editor/model/view';
import type { DefinitionDiff } from '@/lib/workflow-types';

/** What the canvas shows of a comparison: marks on what there is, and ghosts of what there is no more. */
export interface Comparison {
  marks: ReadonlyMap<string, Mark>;
  /** Steps, edges and notes of the version that the draft has not; their boxes stand clear of the draft's. */
  ghosts: { steps: readonly ViewStep[]; edges: readonly ViewEdge[]; notes: readonly CanvasNote[] };
}

export const NO_COMPARISON: Comparison = { marks: new Map(), ghosts: { steps: [], edges: [], notes: [] } };

type Line = DefinitionDiff['edges']['added'][number];

const lineId = ({ source, sourceHandle, target }: Line) => `${source}:${sourceHandle}>${target}`;

/** What the draft, as it is seen, has otherwise than the version. */
export function comparisonOf(
  diff: DefinitionDiff,
  version: Definition,
  draft: View,
  catalogue: Catalogue,
): Comparison {
  return { marks: marksOf(diff), ghosts: ghostsOf(viewOf(version, catalogue), draft) };
}

function marksOf(diff: DefinitionDiff): Map<string, Mark> {
  return new Map<string, Mark>([
    ...diff.steps.changed.map(({ id }) => [id, 'changed'] as const),
    ...diff.steps.added.map(({ id }) => [id, 'added'] as const),
    ...diff.notes.changed.map(({ id }) => [noteKey(id), 'changed'] as const),
    ...diff.notes.added.map(({ id }) => [noteKey(id), 'added'] as const),
    ...diff.edges.added.map((edge) => [lineId(edge), 'added'] as const),
    ...diff.edges.changed.map(({ after }) => [lineId(after), 'changed'] as const),
  ]);
}

/** What one view has and another has not, where it was or clear of what stands there now. */
export function ghostsOf(version: View, draft: View): Comparison['ghosts'] {
  const taken = [...draft.boxes.values()];
  const steps = version.steps
    .filter(({ id }) => !draft.byId.has(id))
    .map((step) => {
      const box = clearOf(step.box, taken);
      if (!step.isContainer) taken.push(box);
      return { ...step, box };
    });
  const present = new Map([...draft.byId, ...steps.map((step) => [step.id, step] as const)]);
  const drawn = new Set(draft.edges.map(({ id }) => id));
  // A line can only be drawn from a way that its step still has.
  const starts = ({ source, handle }: ViewEdge) =>
    present.get(source)?.handles.some((way) => way.id === handle) === true;
  const edges = version.edges.filter(
    (edge) => !drawn.has(edge.id) && starts(edge) && present.has(edge.target),
  );
  const notes = version.notes.filter(({ key }) => !draft.drawn.has(key));
  return { steps, edges, notes };
}

const MARGIN = 14;

/** The box where it was, or else below the steps that have taken its place. */
function clearOf(box: Box, taken: readonly Box[]): Box {
  const inTheWay = taken.filter(
    (other) => meets(box, other) && !encloses(other, box) && !encloses(box, other),
  );
  const below = hull(inTheWay);
  return below ? clearOf({ ...box, y: below.y + below.height + MARGIN }, taken) : box;
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** As a container does with what is in it. */
function encloses(outer: Box, inner: Box): boolean {
  return (
    outer.width * outer.height > 2 * inner.width * inner.height &&
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
