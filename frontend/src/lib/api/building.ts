import type { PromptSummary } from '@/lib/ai-types';
import type { Page } from '@/lib/api-types';
import type {
  CredentialName,
  Evaluated,
  SchedulePreview,
  TableName,
  TestCase,
  TestResult,
  WorkflowTest,
} from '@/lib/building-types';
import type { WorkflowDefinition } from '@/lib/definition';
import { client } from '@/lib/http/client';
import type { JsonObject, JsonValue } from '@/lib/json';

const workflowAt = (id: string) => `/api/workflows/${encodeURIComponent(id)}`;
const testAt = (workflowId: string, id: string) =>
  `${workflowAt(workflowId)}/tests/${encodeURIComponent(id)}`;

export interface ScheduleQuestion {
  cron?: string;
  every?: string;
  timeZone?: string;
  businessDays?: boolean;
}

/** The requests of the inspector, the expression editor and the test runs. */
export const building = {
  evaluate: (template: JsonValue, context: JsonObject, signal?: AbortSignal) =>
    client.json<Evaluated>('/api/expressions/evaluate', {
      method: 'POST',
      body: { template, context },
      signal,
    }),
  credentials: () => client.json<{ items: CredentialName[] }>('/api/credentials'),
  prompts: () => client.json<Page<PromptSummary>>('/api/prompts?limit=200'),
  tables: () => client.json<{ items: TableName[] }>('/api/tables'),
  previewSchedule: (question: ScheduleQuestion) => {
    const asked = Object.entries(question).filter(([, value]) => value !== undefined && value !== '');
    const query = new URLSearchParams(asked.map(([key, value]) => [key, String(value)]));
    return client.json<SchedulePreview>(`/api/schedules/preview?${query.toString()}`);
  },

  simulate: (name: string, definition: WorkflowDefinition, cases: TestCase[]) =>
    client.json<{ results: TestResult[] }>('/api/simulations', {
      method: 'POST',
      body: { name, definition, cases },
    }),
  tests: (workflowId: string) => client.json<Page<WorkflowTest>>(`${workflowAt(workflowId)}/tests`),
  addTest: (workflowId: string, test: TestCase) =>
    client.json<WorkflowTest>(`${workflowAt(workflowId)}/tests`, { method: 'POST', body: test }),
  replaceTest: (workflowId: string, id: string, test: TestCase) =>
    client.json<WorkflowTest>(testAt(workflowId, id), { method: 'PUT', body: test }),
  removeTest: (workflowId: string, id: string) =>
    client.json<undefined>(testAt(workflowId, id), { method: 'DELETE' }),
  testOfExecution: (workflowId: string, executionId: string) =>
    client.json<WorkflowTest>(`${workflowAt(workflowId)}/tests/from-execution`, {
      method: 'POST',
      body: { executionId },
    }),
  runTests: (workflowId: string, definition: WorkflowDefinition) =>
    client.json<{ results: TestResult[] }>(`${workflowAt(workflowId)}/test`, {
      method: 'POST',
      body: { definition },
    }),
};
