import { catalogueOf } from './catalogue';
import type { Definition } from './steps';
import type { StepType } from '@/lib/api-types';

function type(name: string, title: string, handles: string[], more: Partial<StepType> = {}): StepType {
  return {
    type: name,
    category: name.split('.')[0] ?? '',
    title,
    description: `${title}.`,
    icon: 'cog',
    worker: 'engine',
    configSchema: {},
    outputSchema: {},
    handles,
    available: true,
    ...more,
  };
}

/** A few step types, as the catalogue has them. */
export const stepTypes: StepType[] = [
  type('flow.if', 'If', ['true', 'false']),
  type('flow.switch', 'Switch', ['default'], { dynamicHandles: 'config.cases[].handle' }),
  type('flow.foreach', 'For each', ['out', 'error']),
  type('flow.scope', 'Group', ['out', 'error']),
  type('flow.wait', 'Wait', ['out'], {
    configSchema: { minProperties: 1, properties: { duration: {} } },
    example: { duration: 'P2D' },
  }),
  type('flow.end', 'End', []),
  type('human.task', 'Task', ['out', 'timeout'], {
    configSchema: { required: ['role'], properties: { role: {}, title: {} } },
    example: { role: 'SALES', title: 'Call {{ input.person.firstName }}' },
  }),
  type('data.transform', 'Transform', ['out', 'error']),
  type('email.send', 'Send an e-mail', ['out', 'error'], {
    category: 'message',
    configSchema: { required: ['to'], properties: { to: {} } },
    example: { to: 'kim@dealer.example' },
  }),
];

export const catalogue = catalogueOf(stepTypes);

/** Looks, decides, waits for each vehicle, and ends. */
export const sample: Definition = {
  specVersion: '1',
  triggers: [],
  nodes: [
    {
      id: 'look',
      type: 'data.transform',
      name: 'Look',
      config: { value: '{{ input }}' },
      position: { x: 0, y: 0 },
    },
    {
      id: 'urgent',
      type: 'flow.if',
      config: { condition: '{{ steps.look.output.urgent }}' },
      position: { x: 300, y: 0 },
    },
    {
      id: 'each',
      type: 'flow.foreach',
      config: { items: '{{ steps.look.output.vehicles }}' },
      position: { x: 600, y: 0, width: 600, height: 200 },
    },
    { id: 'ask', type: 'human.task', parent: 'each', config: { role: 'SALES' }, position: { x: 640, y: 70 } },
    {
      id: 'hold',
      type: 'flow.wait',
      parent: 'each',
      config: { duration: 'P2D' },
      position: { x: 940, y: 70 },
    },
    {
      id: 'done',
      type: 'flow.end',
      config: { output: '{{ steps.each.output }}' },
      position: { x: 1300, y: 0 },
    },
  ],
  edges: [
    { source: 'look', target: 'urgent' },
    { source: 'urgent', sourceHandle: 'true', target: 'each' },
    { source: 'urgent', sourceHandle: 'false', target: 'done' },
    { source: 'ask', target: 'hold' },
    { source: 'each', target: 'done' },
  ],
};
