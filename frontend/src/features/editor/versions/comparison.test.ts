import { describe, expect, it } from 'vitest';
import { catalogue, sample } from '@/features/editor/model/editor-samples';
import { actionOf } from '@/features/editor/model/actions';
import { definitionOf, opened, selected } from '@/features/editor/model/editor-state';
import { viewOf } from '@/features/editor/model/view';
import { comparisonOf } from '@/features/editor/versions/comparison';
import type { DefinitionDiff } from '@/lib/workflow-types';

const nothing = { added: [], removed: [], changed: [] };
const same: DefinitionDiff = {
  from: '1',
  to: 'draft',
  summary: [],
  about: [],
  steps: nothing,
  edges: nothing,
  triggers: nothing,
  notes: nothing,
  input: [],
  settings: [],
  layout: [],
  other: [],
};
const start = opened(sample, catalogue, false);
const without = (id: string) => definitionOf(actionOf('delete').perform(selected(start, [id])));

describe('a version compared with the draft on the canvas', () => {
  it('marks what was added and changed', () => {
    const diff: DefinitionDiff = {
      ...same,
      steps: { ...nothing, changed: [{ id: 'look', name: 'Look', fields: [] }] },
      edges: { ...nothing, added: [{ source: 'look', sourceHandle: 'out', target: 'urgent' }] },
    };

    const { marks, ghosts } = comparisonOf(diff, sample, viewOf(sample, catalogue), catalogue);

    expect([...marks]).toEqual([
      ['look', 'changed'],
      ['look:out>urgent', 'added'],
    ]);
    expect(ghosts).toEqual({ steps: [], edges: [], notes: [] });
  });

  it('shows a step that is no more where it was, with the lines from and to it', () => {
    const { ghosts } = comparisonOf(same, sample, viewOf(without('look'), catalogue), catalogue);

    expect(ghosts.steps.map(({ id, box }) => [id, box.x, box.y])).toEqual([['look', 0, 0]]);
    expect(ghosts.edges.map((edge) => edge.spoken)).toEqual(['From “Look”, Then, to “If”']);
  });

  it('moves it below a step that has taken its place', () => {
    const draft = without('look');
    const nodes = draft.nodes.map((node) =>
      node.id === 'urgent' ? { ...node, position: { x: 0, y: 0 } } : node,
    );
    const view = viewOf({ ...draft, nodes }, catalogue);

    const [ghost] = comparisonOf(same, sample, view, catalogue).ghosts.steps;

    expect(ghost?.box.y).toBeGreaterThanOrEqual(view.boxes.get('urgent')?.height ?? Infinity);
  });
});
