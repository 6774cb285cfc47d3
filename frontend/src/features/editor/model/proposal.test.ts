import { describe, expect, it } from 'vitest';
import type { Definition } from './steps';
import { drawnLike, proposalMarks } from './proposal';

const call = { id: 'call', type: 'human.task', config: { role: 'SALES' }, position: { x: 40, y: 60 } };
const before: Definition = { specVersion: '1', triggers: [], nodes: [call], edges: [] };

function step(id: string) {
  return { id, type: 'flow.wait', config: { duration: 'P1D' } };
}

describe('a proposal', () => {
  it('leaves steps where they are, and puts new ones behind the step that leads to them, none on another', () => {
    const drawn = drawnLike(before, {
      ...before,
      nodes: [{ ...call, position: undefined }, step('one'), step('two'), step('three')],
      edges: [
        { source: 'call', target: 'one' },
        { source: 'call', target: 'two' },
        { source: 'one', target: 'three' },
      ],
    });

    expect(drawn.nodes.map((node) => node.position)).toEqual([
      { x: 40, y: 60 },
      { x: 340, y: 60 },
      { x: 340, y: 180 },
      { x: 640, y: 60 },
    ]);
  });

  it('gives a step that nothing leads to no place', () => {
    const drawn = drawnLike(before, { ...before, nodes: [call, step('alone')] });

    expect(drawn.nodes[1]?.position).toBeUndefined();
  });

  it('marks what is new and what is changed, but not what was only moved', () => {
    const moved = { ...call, position: { x: 0, y: 0 } };

    expect([...proposalMarks(before, { ...before, nodes: [moved] })]).toEqual([]);
    expect([
      ...proposalMarks(before, {
        ...before,
        nodes: [{ ...call, name: 'Call' }, step('one')],
        edges: [{ source: 'call', target: 'one' }],
      }),
    ]).toEqual([
      ['call', 'changed'],
      ['one', 'added'],
      ['call:out>one', 'added'],
    ]);
  });
});
