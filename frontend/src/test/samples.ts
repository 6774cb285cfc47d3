import type { Execution, ExecutionSummary, StepLog, StepType, Task, WorkflowSummary } from '@/lib/api-types';
import type { WorkflowDefinition } from '@/lib/definition';

export const definition: WorkflowDefinition = {
  specVersion: '1',
  input: {
    type: 'object',
    required: ['comments'],
    properties: { comments: { type: 'string', title: 'Message' } },
  },
  nodes: [
    {
      id: 'classify',
      type: 'ai.classify',
      name: 'Classify',
      config: { text: '{{ input.comments }}', labels: ['hot', 'cold'] },
    },
    { id: 'urgent', type: 'flow.if', config: { condition: "{{ steps.classify.output.label = 'hot' }}" } },
    { id: 'call', type: 'data.transform', name: 'Call', config: { value: { who: 'SALES' } } },
    { id: 'done', type: 'flow.end', name: 'Done' },
  ],
  edges: [
    { source: 'classify', sourceHandle: 'hot', target: 'urgent' },
    { source: 'urgent', sourceHandle: 'true', target: 'call' },
    { source: 'urgent', sourceHandle: 'false', target: 'done' },
    { source: 'call', target: 'done' },
  ],
};

export const ifType: StepType = {
  type: 'flow.if',
  category: 'flow',
  title: 'If',
  description: 'Goes one way or the other.',
  icon: 'git-branch',
  worker: 'engine',
  configSchema: {},
  outputSchema: {},
  handles: ['true', 'false'],
  available: true,
};

export function aLog(change: Partial<StepLog> = {}): StepLog {
  return {
    id: 'log-1',
    stepRunId: 'classify',
    nodeId: 'classify',
    stepType: 'ai.classify',
    attempt: 1,
    status: 'COMPLETED',
    handles: ['hot'],
    startedAt: '2026-05-01T14:00:00.000Z',
    finishedAt: '2026-05-01T14:00:01.000Z',
    durationMs: 1000,
    ...change,
  };
}

export function aWorkflow(change: Partial<WorkflowSummary> = {}): WorkflowSummary {
  return {
    id: 'w1',
    name: 'Internet leads',
    status: 'PUBLISHED',
    publishedVersion: 3,
    revision: 1,
    triggers: [{ id: 'lead', type: 'event', eventType: 'com.automatrix.lead.received.v1' }],
    problemCount: 0,
    createdAt: '2026-05-01T14:00:00Z',
    updatedAt: '2026-05-01T14:00:00Z',
    ...change,
  };
}

export function anExecution(change: Partial<Execution> = {}): Execution & ExecutionSummary {
  return {
    id: 'e1',
    workflowId: 'w1',
    workflowName: 'Internet leads',
    workflowVersion: 3,
    status: 'COMPLETED',
    trigger: { kind: 'API' },
    correlationId: 'corr-1',
    paused: false,
    startedAt: '2026-05-01T14:00:00Z',
    finishedAt: '2026-05-01T14:00:02Z',
    durationMs: 2000,
    input: { comments: 'Is it still here?' },
    output: { call: { who: 'SALES' } },
    ...change,
  };
}

export function aTask(change: Partial<Task> = {}): Task {
  return {
    id: 't1',
    kind: 'APPROVAL',
    state: 'OPEN',
    title: 'Send this price?',
    priority: 'NORMAL',
    bulk: false,
    hasForm: false,
    role: 'SALES_MANAGER',
    executionId: 'e1',
    stepRunId: 'ask',
    workflowId: 'w1',
    workflowName: 'Internet leads',
    openedAt: '2026-05-01T14:00:00Z',
    ...change,
  };
}
