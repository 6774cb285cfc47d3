import { describe, expect, it } from 'vitest';
import { graphOf } from '@/components/graph/model/graph';
import { stacked } from '@/components/graph/model/stacked';
import type { WorkflowDefinition } from '@/lib/definition';

const wide: WorkflowDefinition = {
  specVersion: '1',
  nodes: [
    { id: 'start', type: 'flow.wait', config: {} },
    ...['a', 'b', 'c', 'd'].map((id) => ({ id, type: 'flow.wait', config: {} })),
    { id: 'box', type: 'flow.scope', config: {} },
    { id: 'first', type: 'flow.wait', parent: 'box', config: {} },
    { id: 'second', type: 'flow.wait', parent: 'box', config: {} },
    { id: 'end', type: 'flow.end', config: {} },
  ],
  edges: [
    ...['a', 'b', 'c', 'd'].flatMap((id) => [
      { source: 'start', target: id },
      { source: id, target: 'box' },
    ]),
    { source: 'first', target: 'second' },
    { source: 'box', target: 'end' },
  ],
};

function rowsOf(columns: number): string[][] {
  const rows = new Map<number, string[]>();
  for (const { id, box } of stacked(graphOf(wide, []), columns).nodes)
    rows.set(box.y, [...(rows.get(box.y) ?? []), id].sort());
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

describe('a graph from the top down', () => {
  it('has each step below all that lead to it, and what is in a box between it and what follows', () => {
    expect(rowsOf(4)).toEqual([['start'], ['a', 'b', 'c', 'd'], ['box'], ['first'], ['second'], ['end']]);
  });

  it('has no more steps side by side than fit', () => {
    const rows = rowsOf(3);
    expect(rows.map((row) => row.length)).toEqual([1, 2, 2, 1, 1, 1, 1]);
    expect(rowsOf(1)).toHaveLength(wide.nodes.length);
  });

  it('leads from a box to what it begins with, and nowhere else', () => {
    const graph = graphOf(wide, []);
    const added = stacked(graph, 4).edges.filter((edge) => !graph.edges.includes(edge));
    expect(added.map(({ source, target }) => [source, target])).toEqual([['box', 'first']]);
  });
});
