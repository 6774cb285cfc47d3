import { dotsOf, lineOf, sentences, type FlowEdge, type GhostNode } from '@/features/editor/canvas/elements';
import type { ViewEdge, ViewStep } from '@/features/editor/model/view';

/** The steps that a version had and the draft has not: to be seen and read, not to be edited. */
export function ghostNodesOf(steps: readonly ViewStep[]): GhostNode[] {
  return steps.map((step) => {
    const { x, y, width, height } = step.box;
    return {
      id: step.id,
      type: 'ghost',
      position: { x, y },
      width,
      height,
      measured: { width, height },
      handles: dotsOf(step),
      draggable: false,
      selectable: false,
      zIndex: 0,
      ariaLabel: sentences(step.name, step.does, 'Removed'),
      data: { step },
    };
  });
}

export function ghostEdgesOf(edges: readonly ViewEdge[]): FlowEdge[] {
  return edges.map((edge) => ({
    ...lineOf(edge.id, edge, { edges: new Set(), marks: new Map([[edge.id, 'removed']]) }, null),
    selectable: false,
    reconnectable: false,
  }));
}
