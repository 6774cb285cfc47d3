import { expect, it } from 'vitest';
import { rerunStart } from '@/features/executions/model/rerun';
import { graphOf } from '@/components/graph/model/graph';
import { aLog } from '@/test/samples';

const graph = graphOf(
  {
    specVersion: '1',
    nodes: [
      { id: 'each', type: 'flow.scope', name: 'For the desk' },
      { id: 'inner', type: 'flow.scope', parent: 'each' },
      { id: 'draft', type: 'data.transform', name: 'Draft', parent: 'inner' },
      { id: 'send', type: 'email.send', name: 'Send' },
    ],
    edges: [{ source: 'each', target: 'send' }],
  },
  [],
);
const rowOf = (nodeId: string, change: Parameters<typeof aLog>[0] = {}) =>
  aLog({ stepRunId: nodeId, nodeId, ...change });

it.each(['COMPLETED', 'FAILED'] as const)('a step that has %s can be begun with', (status) => {
  const row = rowOf('send', { status });

  expect(rerunStart(graph, [row], row)).toEqual({ nodeId: 'send', name: 'Send', container: null });
});

it.each(['RUNNING', 'WAITING', 'RETRYING', 'SKIPPED', 'CANCELLED'] as const)(
  'none is that is %s',
  (status) => {
    const row = rowOf('send', { status });

    expect(rerunStart(graph, [row], row)).toBeNull();
  },
);

it('in a container the outermost one begins, once it is finished', () => {
  const row = rowOf('draft');

  expect(rerunStart(graph, [row, rowOf('each', { status: 'CANCELLED' })], row)).toBeNull();
  expect(rerunStart(graph, [row, rowOf('each')], row)).toEqual({
    nodeId: 'draft',
    name: 'Draft',
    container: 'For the desk',
  });
});

it('neither an iteration nor what undoes a step can be begun with', () => {
  const iteration = rowOf('send', { stepRunId: 'send[2]' });
  const undoing = rowOf('send:compensation');

  expect(rerunStart(graph, [iteration], iteration)).toBeNull();
  expect(rerunStart(graph, [undoing], undoing)).toBeNull();
});
