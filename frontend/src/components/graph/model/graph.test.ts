import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conditionInWords } from '@/components/graph/model/expression-words';
import { graphOf } from '@/components/graph/model/graph';
import { CARD, directionOf } from '@/components/graph/model/layout';
import type { WorkflowDefinition } from '@/lib/definition';
import { definition, ifType } from '@/test/samples';

const EXAMPLES = join(process.cwd(), '../contracts/src/main/resources/contracts/examples/definition/valid');

describe('a definition as a graph', () => {
  it('has a card for each step, in words', () => {
    expect(graphOf(definition, [ifType]).nodes.map(({ name, does }) => [name, does])).toEqual([
      ['Classify', 'Sorts into hot or cold'],
      ['If', 'If label of “Classify” is “hot”'],
      ['Call', 'Prepares who'],
      ['Done', 'Ends the execution here'],
    ]);
  });

  it('names the handles of its edges', () => {
    expect(graphOf(definition, []).edges.map(({ handle, label }) => [handle, label])).toEqual([
      ['hot', 'Hot'],
      ['true', 'Yes'],
      ['false', 'No'],
      ['out', null],
    ]);
  });

  it('leaves out an edge that leads nowhere', () => {
    const broken = { ...definition, edges: [{ source: 'classify', target: 'gone' }] };

    expect(graphOf(broken, []).edges).toEqual([]);
  });

  it('is laid out from left to right without overlaps when no positions are stored', () => {
    const { nodes, edges } = graphOf(definition, []);
    const at = new Map(nodes.map((node) => [node.id, node.box]));

    for (const edge of edges) {
      expect(at.get(edge.target)!.x, edge.id).toBeGreaterThan(at.get(edge.source)!.x + CARD.width);
    }
    expect(directionOf(edges, at)).toBe('right');
  });

  it('keeps stored positions, unless cards would cover each other', () => {
    const stored = (y: number) => ({
      ...definition,
      edges: [],
      nodes: definition.nodes.map((node, index) => ({ ...node, position: { x: 10, y: index * y } })),
    });

    expect(graphOf(stored(200), []).nodes.map((node) => node.box.y)).toEqual([0, 200, 400, 600]);
    expect(graphOf(stored(10), []).nodes.map((node) => node.box.y)).not.toEqual([0, 10, 20, 30]);
  });

  it('keeps notes where they are stored, or has them below steps that are laid out anew', () => {
    const notes = [{ id: 'a', text: 'Ask Kim', position: { x: 7, y: 900 } }];
    const stored = (y: number) => ({
      ...definition,
      notes,
      nodes: definition.nodes.map((node, index) => ({ ...node, position: { x: 10, y: index * y } })),
    });

    expect(graphOf(stored(200), []).notes[0]?.box).toMatchObject({ x: 7, y: 900, width: 240 });
    const { nodes, notes: below } = graphOf(stored(10), []);
    const bottom = Math.max(...nodes.map(({ box }) => box.y + box.height));
    expect(below[0]?.box.y).toBeGreaterThan(bottom);
  });

  it('draws what a container holds inside of it, and what follows beside it', () => {
    const nested: WorkflowDefinition = {
      specVersion: '1',
      nodes: [
        { id: 'each', type: 'flow.foreach', config: {} },
        { id: 'ask', type: 'http.request', parent: 'each', config: {} },
        { id: 'race', type: 'flow.race', parent: 'each', config: {} },
        { id: 'wait', type: 'flow.wait', parent: 'race', config: {} },
        { id: 'done', type: 'flow.end', config: {} },
      ],
      edges: [
        { source: 'each', target: 'done' },
        { source: 'ask', target: 'race' },
      ],
    };
    const boxes = new Map(graphOf(nested, []).nodes.map((node) => [node.id, node]));
    const isInside = (inner: string, outer: string) => {
      const [a, b] = [boxes.get(inner)!.box, boxes.get(outer)!.box];
      return a.x > b.x && a.y > b.y && a.x + a.width < b.x + b.width && a.y + a.height < b.y + b.height;
    };

    expect([...boxes.values()].filter(({ holds }) => holds).map(({ id }) => id)).toEqual(['each', 'race']);
    expect(isInside('ask', 'each') && isInside('race', 'each') && isInside('wait', 'race')).toBe(true);
    const each = boxes.get('each')!.box;
    expect(boxes.get('done')!.box.x).toBeGreaterThan(each.x + each.width);
  });

  it('is drawn even when the definition has a cycle', () => {
    const cyclic = { ...definition, edges: [...definition.edges, { source: 'done', target: 'classify' }] };

    expect(graphOf(cyclic, []).nodes).toHaveLength(4);
  });

  it.each(readdirSync(EXAMPLES).filter((file) => file.endsWith('.json')))(
    'shows the contract example %s',
    (file) => {
      const example = JSON.parse(readFileSync(join(EXAMPLES, file), 'utf8')) as WorkflowDefinition;
      const graph = graphOf(example, []);

      expect(graph.nodes).toHaveLength(example.nodes.length);
      expect(graph.edges).toHaveLength(example.edges.length);
      for (const node of graph.nodes) expect(node.does, node.id).not.toContain('{{');
    },
  );
});

describe('a condition in words', () => {
  const words = (expression: string) => conditionInWords(expression, (id) => id);

  it.each([
    ["{{ input.leadType = 'SALES' }}", 'lead type is “SALES”'],
    ['{{ input.score >= 80 and input.person.isVip }}', 'score is at least 80 and is vip is true'],
    ["{{ input.channel in ['FORM', 'CHAT'] }}", 'channel is one of “FORM” or “CHAT”'],
    ['{{ $exists(input.person.email) }}', 'email is given'],
    ["{{ $contains($lowercase(input.comments), 'tow') }}", 'comments contains “tow”'],
  ])('%s', (expression, expected) => {
    expect(words(expression)).toBe(expected);
  });

  it('is not made of what is more than a sentence', () => {
    expect(words('{{ ($a := input.x; $sum($a.y) > 3) }}')).toBeNull();
  });
});
