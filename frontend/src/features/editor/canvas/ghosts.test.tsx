import { render, screen } from '@testing-library/react';
import { ReactFlowProvider } from '@xyflow/react';
import { describe, expect, it } from 'vitest';
import { EdgeEnds } from '@/features/editor/canvas/edge-ends';
import { ghostEdgesOf, ghostNodesOf } from '@/features/editor/canvas/ghosts';
import { GhostNode } from '@/features/editor/canvas/ghost-node';
import { viewOf } from '@/features/editor/model/view';

const view = viewOf(
  {
    specVersion: '1',
    nodes: [
      { id: 'ask', name: 'Ask the customer', type: 'email.send', position: { x: 40, y: 80 } },
      { id: 'end', type: 'flow.end', position: { x: 400, y: 80 } },
    ],
    edges: [{ source: 'ask', sourceHandle: 'out', target: 'end' }],
  },
  new Map(),
);

const ask = view.steps[0];
if (!ask) throw new Error('Expected a step, but the view has none.');

describe('what a version had and the draft has not', () => {
  it('stands where it stood, and cannot be moved or chosen', () => {
    const [ghost] = ghostNodesOf([ask]);

    expect(ghost).toMatchObject({
      id: 'ask',
      type: 'ghost',
      position: { x: 40, y: 80 },
      draggable: false,
      selectable: false,
    });
    expect(ghost?.ariaLabel).toMatch(/^Ask the customer\..*Removed$/);
    expect(ghost?.handles?.map(({ id }) => id)).toContain('in');
  });

  it('is joined by lines that are marked as removed and stay as they are', () => {
    const [line] = ghostEdgesOf(view.edges);

    expect(line).toMatchObject({
      source: 'ask',
      target: 'end',
      selectable: false,
      reconnectable: false,
      data: { mark: 'removed' },
    });
  });

  it('is read crossed out, with the ends of its lines where the canvas measures them', () => {
    const [ghost] = ghostNodesOf([ask]);
    const { container } = render(
      <ReactFlowProvider>
        <GhostNode {...({ id: 'ask', data: ghost?.data } as Parameters<typeof GhostNode>[0])} />
      </ReactFlowProvider>,
    );

    expect(screen.getByText('Ask the customer')).toHaveClass('line-through');
    expect(container.querySelector('.target[data-handleid=in][data-handlepos=left]')).not.toBeNull();
  });

  it('shows an end for each way on', () => {
    const { container } = render(<EdgeEnds step={ask} />);

    const ends = [...container.querySelectorAll<HTMLElement>('.source')];
    expect(ends.map((end) => end.dataset.handleid)).toEqual(ask.handles.map(({ id }) => id));
  });
});
