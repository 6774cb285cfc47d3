import { describe, expect, it } from 'vitest';
import { catalogue, sample } from '@/features/editor/model/editor-samples';
import { neighbourOf } from '@/features/editor/model/neighbour';
import { viewOf } from '@/features/editor/model/view';

const branches = {
  ...sample,
  nodes: [
    ...sample.nodes,
    { id: 'below', type: 'flow.end', config: {}, position: { x: 600, y: 400 } },
    { id: 'lowest', type: 'flow.end', config: {}, position: { x: 600, y: 600 } },
  ],
  edges: [...sample.edges, { source: 'urgent', sourceHandle: 'false', target: 'below' }],
};
const view = viewOf(branches, catalogue);

describe('the step to which an arrow key leads', () => {
  it('is along the lines the nearest that follows or comes before', () => {
    expect(neighbourOf(view, 'look', 'right')).toBe('urgent');
    expect(neighbourOf(view, 'urgent', 'right')).toBe('below');
    expect(neighbourOf(view, 'done', 'left')).toBe('each');
    expect(neighbourOf(view, 'look', 'left')).toBeNull();
  });

  it('is up and down the next one beside it', () => {
    expect(neighbourOf(view, 'below', 'down')).toBe('lowest');
    expect(neighbourOf(view, 'lowest', 'up')).toBe('below');
    expect(neighbourOf(view, 'lowest', 'down')).toBeNull();
  });

  it('goes down into a box and up out of it', () => {
    expect(neighbourOf(view, 'each', 'down')).toBe('ask');
    expect(neighbourOf(view, 'ask', 'right')).toBe('hold');
    expect(neighbourOf(view, 'hold', 'up')).toBe('each');
  });

  it('is none for a step that is not there', () => {
    expect(neighbourOf(view, 'nothing', 'right')).toBeNull();
  });
});
