import type { Dashboard, Totals } from '@/lib/insight-types';

export function totals(change: Partial<Totals> = {}): Totals {
  return {
    ended: { completed: 96, failed: 4, cancelled: 0 },
    took: { p50Ms: 820, p95Ms: 4100 },
    queue: { averageMs: 12, maxMs: 240 },
    leads: { received: 20, answered: 19, medianMs: 95_000 },
    models: { calls: 40, promptTokens: 9000, completionTokens: 1000, cost: 0.42 },
    ...change,
  };
}

export function aDashboard(change: Partial<Dashboard> = {}): Dashboard {
  const part = { took: { p50Ms: 820, p95Ms: 4100 }, queue: { averageMs: 12, maxMs: 240 } };
  const step = {
    workflowId: 'w1',
    workflowName: 'Internet leads',
    attempts: 100,
    averageMs: 1200,
    maxMs: 9000,
  };
  return {
    from: '2026-05-01T04:00:00Z',
    to: '2026-05-03T04:00:00Z',
    zone: 'America/Toronto',
    bucket: 'DAY',
    totals: totals(),
    before: totals({ ended: { completed: 50, failed: 0, cancelled: 0 } }),
    parts: [
      {
        at: '2026-05-01T04:00:00Z',
        end: '2026-05-02T04:00:00Z',
        ended: { completed: 90, failed: 3, cancelled: 0 },
        ...part,
      },
      {
        at: '2026-05-02T04:00:00Z',
        end: '2026-05-03T04:00:00Z',
        ended: { completed: 6, failed: 1, cancelled: 0 },
        ...part,
      },
    ],
    workflows: [
      {
        id: 'w1',
        name: 'Internet leads',
        ended: { completed: 96, failed: 4, cancelled: 0 },
        took: part.took,
        maxMs: 9000,
      },
    ],
    slowestSteps: [{ ...step, nodeId: 'classify', nodeName: 'Classify', failed: 0 }],
    failingSteps: [{ ...step, nodeId: 'call', nodeName: 'Call the CRM', failed: 4 }],
    models: [{ workflowId: 'w1', workflowName: 'Internet leads', model: 'small-1', use: totals().models }],
    errors: [
      {
        workflowId: 'w1',
        workflowName: 'Internet leads',
        nodeId: 'call',
        nodeName: 'Call the CRM',
        code: 'http.timeout',
        message: 'Expected crm.example to answer, but it did not.',
        count: 4,
        firstSeen: '2026-05-01T14:00:00Z',
        lastSeen: '2026-05-02T15:00:00Z',
        lastExecutionId: 'e9',
      },
    ],
    ...change,
  };
}
