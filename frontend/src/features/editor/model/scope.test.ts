import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  contextOf,
  findEntry,
  partsOf,
  withValue,
  type ScopeEntry,
} from '@/components/expression/model/scope-tree';
import { scopeOf, triggerScope, type Catalogue } from '@/features/editor/model/scope';
import { catalogue as lists } from '@/features/editor/inspector/test-catalogue';
import type { WorkflowDefinition } from '@/lib/definition';
import { isObject, pointerTo, type JsonValue } from '@/lib/json';

const catalogue: Catalogue = lists();
const folder = '../template-service/src/test/resources/instantiated';
const templates = readdirSync(folder).map(
  (name) => [name, JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as WorkflowDefinition] as const,
);

const paths = (scope: ScopeEntry[]) => scope.map((entry) => entry.name);
const find = (scope: ScopeEntry[], path: string) => findEntry(scope, partsOf(path));

function workflow(nodes: object[], edges: object[] = [], more: object = {}): WorkflowDefinition {
  return { specVersion: '1', nodes, edges, ...more } as WorkflowDefinition;
}

describe('the scope of every step of the templates', () => {
  it.each(templates)('%s names every step that its expressions name', (_, definition) => {
    const missing = definition.nodes.flatMap((node) =>
      texts(node.config as JsonValue, '').flatMap(([pointer, text]) =>
        [...text.matchAll(/\bsteps\.(?:`([^`]+)`|(\w+))\.(output|error)/g)].flatMap((match) => {
          const [, quoted, plain, what = ''] = match;
          const scope = scopeOf(definition, catalogue, node.id, pointer);
          return findEntry(scope, ['steps', quoted ?? plain ?? '', what])
            ? []
            : [`${node.id}${pointer}: ${match[0]}`];
        }),
      ),
    );

    expect(missing).toEqual([]);
  });

  it.each(templates)('%s has a sample for everything that is in scope', (_, definition) => {
    for (const node of definition.nodes) {
      const context = contextOf(scopeOf(definition, catalogue, node.id));
      expect(context.input).toBeTypeOf('object');
      expect(context.vars).toHaveProperty('timeZone');
    }
  });
});

function texts(value: JsonValue, pointer: string): [string, string][] {
  if (typeof value === 'string') return value.includes('{{') ? [[pointer, value]] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => texts(item, pointerTo(pointer, index)));
  if (isObject(value))
    return Object.entries(value).flatMap(([key, item]) => texts(item, pointerTo(pointer, key)));
  return [];
}

describe('scopeOf', () => {
  const lead = workflow(
    [
      {
        id: 'read',
        type: 'data.transform',
        config: { value: { name: '{{ input.person.firstName }}', tries: 2 } },
      },
      { id: 'sort', type: 'ai.classify', config: { text: 'x', labels: ['hot', { label: 'cold' }] } },
      { id: 'after', type: 'flow.end' },
      { id: 'aside', type: 'flow.end' },
    ],
    [
      { source: 'read', target: 'sort' },
      { source: 'sort', sourceHandle: 'hot', target: 'after' },
    ],
    { triggers: [{ id: 'lead', type: 'event', eventType: 'com.automatrix.lead.received.v1' }] },
  );

  it('has the steps before, the input of the event and what is always there', () => {
    const scope = scopeOf(lead, catalogue, 'after');

    expect(paths(scope)).toEqual(['input', 'steps', 'workflow', 'execution', 'vars']);
    expect(find(scope, 'steps')?.children.map((step) => step.name)).toEqual(['read', 'sort']);
    expect(find(scope, 'input.person.firstName')?.type).toBe('string');
    expect(find(scope, 'steps.sort.output.label')?.sample).toBe('hot');
    expect(find(scope, 'steps.sort.error.code')?.path).toBe('steps.sort.error.code');
  });

  it('knows what a transformation makes of the input', () => {
    const scope = scopeOf(lead, catalogue, 'after');

    expect(find(scope, 'steps.read.output.name')).toMatchObject({ type: 'string' });
    expect(find(scope, 'steps.read.output.tries')).toMatchObject({ type: 'integer', sample: 2 });
  });

  it('has no steps where none is before', () => {
    expect(paths(scopeOf(lead, catalogue, 'aside'))).toEqual(['input', 'workflow', 'execution', 'vars']);
  });

  it('has item and index in a loop, with the fields of the list', () => {
    const loop = workflow(
      [
        { id: 'cars', type: 'data.transform', config: { value: { list: [{ vin: '1HG' }] } } },
        { id: 'each', type: 'flow.foreach', config: { items: '{{ steps.cars.output.list }}' } },
        { id: 'inside', type: 'data.transform', parent: 'each', config: { value: { seen: true } } },
        { id: 'last', type: 'flow.end' },
      ],
      [
        { source: 'cars', target: 'each' },
        { source: 'each', target: 'last' },
      ],
    );

    expect(find(scopeOf(loop, catalogue, 'inside'), 'item.vin')?.sample).toBe('1HG');
    expect(find(scopeOf(loop, catalogue, 'inside'), 'steps.cars.output')).not.toBeNull();
    expect(find(scopeOf(loop, catalogue, 'last'), 'steps.inside')).toBeNull();
    expect(find(scopeOf(loop, catalogue, 'last'), 'steps.each.output.inside.seen')?.path).toBe(
      'steps.each.output[0].inside.seen',
    );
    expect(paths(scopeOf(loop, catalogue, 'each'))).not.toContain('item');
    expect(paths(scopeOf(loop, catalogue, 'each', '/output'))).toContain('item');
  });

  it('looks at the event where a wait compares with one', () => {
    const wait = workflow([
      {
        id: 'wait',
        type: 'flow.waitForEvent',
        config: { correlation: { eventType: 'com.automatrix.message.inbound.v1' } },
      },
    ]);

    expect(paths(scopeOf(wait, catalogue, 'wait', '/correlation/event'))).toEqual(['input', 'event']);
    expect(paths(scopeOf(wait, catalogue, 'wait', '/correlation/value'))).toContain('execution');
  });

  it('has the event in the filter of a trigger and the request in that of a webhook', () => {
    expect(paths(triggerScope({ id: 'a', type: 'event', eventType: 'x' }, catalogue))).toEqual([
      'input',
      'event',
    ]);
    expect(paths(triggerScope({ id: 'a', type: 'webhook' }, catalogue))).toEqual(['input', 'request']);
  });

  it('does not go round in circles over a graph that does', () => {
    const circle = workflow(
      [
        { id: 'a', type: 'data.transform', config: { value: '{{ steps.b.output }}' } },
        { id: 'b', type: 'data.transform', config: { value: '{{ steps.a.output }}' } },
      ],
      [
        { source: 'a', target: 'b' },
        { source: 'b', target: 'a' },
      ],
    );

    expect(find(scopeOf(circle, catalogue, 'a'), 'steps.b.output')).not.toBeNull();
  });

  it('takes the values that were really there, and their fields', () => {
    const [input] = scopeOf(lead, catalogue, 'after');
    const seen = withValue(input!, { person: { firstName: 'Zoë', nickname: 'Zo' } });

    expect(findEntry([seen], ['input', 'person', 'firstName'])?.sample).toBe('Zoë');
    expect(findEntry([seen], ['input', 'person', 'nickname'])).toMatchObject({
      type: 'string',
      sample: 'Zo',
    });
  });
});
