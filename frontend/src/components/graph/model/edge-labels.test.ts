import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '@/components/graph/model/boxes';
import { LABEL_HEIGHT, labelWidth } from '@/components/graph/model/edge-labels';
import { graphOf } from '@/components/graph/model/graph';
import { stacked } from '@/components/graph/model/stacked';
import type { WorkflowDefinition } from '@/lib/definition';

const EXAMPLES = join(process.cwd(), '../contracts/src/main/resources/contracts/examples/definition/valid');

function covering(definition: WorkflowDefinition, columns: number): string[] {
  const { nodes, edges } = stacked(graphOf(definition, []), columns);
  const labels = edges.flatMap(({ label, labelAt }) => {
    if (label === null || !labelAt) return [];
    const width = labelWidth(label);
    const { x, y } = labelAt;
    return [{ name: label, x: x - width / 2, y: y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT }];
  });
  const cards = nodes.map(({ id, box }) => ({ name: id, ...box }));
  return labels.flatMap((label, index) =>
    [...cards, ...labels.slice(index + 1)]
      .filter((other) => meet(label, other))
      .map((other) => `${label.name} covers ${other.name}`),
  );
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const HANDLES = ['true', 'false', 'error', 'default', 'a-rather-long-name', 'out'];

const anyDefinition = fc
  .array(fc.tuple(fc.nat(11), fc.nat(11), fc.nat(HANDLES.length - 1)), { maxLength: 30 })
  .map((lines): WorkflowDefinition => ({
    specVersion: '1',
    nodes: Array.from({ length: 12 }, (_, at) => ({ id: `s${at}`, type: 'flow.wait', config: {} })),
    edges: lines
      .filter(([from, to]) => from < to)
      .map(([from, to, handle]) => ({
        source: `s${from}`,
        sourceHandle: HANDLES[handle],
        target: `s${to}`,
      })),
  }));

describe('the labels of a graph from the top down', () => {
  it('cover neither each other nor a card', () => {
    fc.assert(
      fc.property(anyDefinition, fc.integer({ min: 1, max: 4 }), (definition, columns) => {
        expect(covering(definition, columns)).toEqual([]);
      }),
    );
  });

  it.each(readdirSync(EXAMPLES).filter((name) => name.endsWith('.json')))('cover nothing in %s', (name) => {
    const definition = JSON.parse(readFileSync(join(EXAMPLES, name), 'utf8')) as WorkflowDefinition;

    expect([1, 2, 3, 4].flatMap((columns) => covering(definition, columns))).toEqual([]);
  });

  it('are one for lines between the same two steps', () => {
    const definition: WorkflowDefinition = {
      specVersion: '1',
      nodes: ['a', 'b'].map((id) => ({ id, type: 'flow.wait' })),
      edges: ['hot', 'warm'].map((sourceHandle) => ({ source: 'a', sourceHandle, target: 'b' })),
    };

    const labels = stacked(graphOf(definition, []), 4).edges.map(({ label }) => label);

    expect(labels).toEqual(['Hot, Warm', null]);
  });
});
