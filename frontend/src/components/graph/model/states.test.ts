import { expect, it } from 'vitest';
import { graphOf } from '@/components/graph/model/graph';
import { overlayOf } from '@/components/graph/model/states';
import { aLog, definition } from '@/test/samples';

const graph = graphOf(definition, []);

const edgeStates = (overlay: ReturnType<typeof overlayOf>) => Object.fromEntries(overlay.edges);

it('a fired handle takes its edge and leaves the others dead', () => {
  const logs = [
    aLog(),
    aLog({ id: '2', stepRunId: 'urgent', nodeId: 'urgent', stepType: 'flow.if', handles: ['false'] }),
    aLog({ id: '3', stepRunId: 'call', nodeId: 'call', status: 'SKIPPED', handles: [] }),
  ];

  expect(edgeStates(overlayOf(graph, logs, 'RUNNING'))).toEqual({
    'classify:hot>urgent': 'taken',
    'urgent:true>call': 'dead',
    'urgent:false>done': 'taken',
    'call:out>done': 'dead',
  });
});

it('what a running step leads to is still open', () => {
  const overlay = overlayOf(graph, [aLog({ status: 'RUNNING', handles: null })], 'RUNNING');

  expect(overlay.nodes.get('classify')?.status).toBe('RUNNING');
  expect(overlay.nodes.get('urgent')?.status).toBe('PENDING');
  expect(overlay.edges.get('classify:hot>urgent')).toBe('pending');
});

it('a step shows its last attempt', () => {
  const logs = [aLog({ status: 'FAILED' }), aLog({ id: '2', attempt: 2, status: 'RUNNING' })];

  expect(overlayOf(graph, logs, 'RUNNING').nodes.get('classify')).toMatchObject({
    status: 'RUNNING',
    attempts: 2,
  });
});

it('what an ended execution never came to is not reached', () => {
  const overlay = overlayOf(graph, [aLog({ status: 'FAILED', handles: [] })], 'FAILED');

  expect(overlay.nodes.get('call')?.status).toBe('NOT_REACHED');
  expect(new Set(overlay.edges.values())).toEqual(new Set(['dead']));
});

it('of the steps in a container that was kept nothing is said', () => {
  const nested = graphOf(
    {
      specVersion: '1',
      nodes: [
        { id: 'outer', type: 'flow.scope' },
        { id: 'inner', type: 'flow.scope', parent: 'outer' },
        { id: 'draft', type: 'data.transform', parent: 'inner' },
        { id: 'send', type: 'email.send' },
      ],
      edges: [],
    },
    [],
  );
  const kept = aLog({ stepRunId: 'outer', nodeId: 'outer', attempt: 0 });

  const { nodes } = overlayOf(nested, [kept], 'FAILED');

  expect([...nodes].map(([id, { status }]) => [id, status])).toEqual([
    ['outer', 'COMPLETED'],
    ['send', 'NOT_REACHED'],
  ]);
});
