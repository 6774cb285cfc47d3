import type {
  Colleague,
  ActiveTrigger,
  EventsTaken,
  EventType,
  Execution,
  ExecutionSummary,
  LeadDetail,
  LeadSummary,
  LogLine,
  Message,
  MessageSummary,
  Page,
  PinnedDefinition,
  PublishedVersion,
  Schedule,
  SignedIn,
  StartedExecution,
  StepLog,
  StepType,
  Task,
  TaskCounts,
  TaskDecision,
  TaskDecisionResult,
  TaskDetail,
  TaskOutcome,
  User,
  Workflow,
  WorkflowSummary,
} from '@/lib/api-types';
import type { InstantiatedWorkflow, Template, TemplateAnswers, TemplateSummary } from '@/lib/template-types';
import { client } from '@/lib/http/client';
import type { JsonValue } from '@/lib/json';

type Filters = Record<string, string | number | null | undefined>;

function withQuery(path: string, filters: Filters): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filters)) {
    if (value !== undefined && value !== null && value !== '') query.set(key, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

const idIn = (id: string) => encodeURIComponent(id);

/** Every request that the UI makes, one function each. */
export const api = {
  signIn: (email: string, password: string) =>
    client.json<SignedIn>('/api/auth/login', { method: 'POST', body: { email, password } }),
  signOut: () => client.json<undefined>('/api/auth/logout', { method: 'POST' }),
  me: () => client.json<User>('/api/auth/me'),
  changePassword: (currentPassword: string, newPassword: string) =>
    client.json<undefined>('/api/auth/password', { method: 'POST', body: { currentPassword, newPassword } }),

  stepTypes: () => client.json<{ items: StepType[] }>('/api/step-types'),

  eventTypes: () => client.json<{ items: EventType[] }>('/api/event-types'),
  eventType: (type: string) => client.json<EventType>(`/api/event-types/${idIn(type)}`),
  sendEvent: (type: string, id: string, data: JsonValue) =>
    client.json<EventsTaken>('/api/events', {
      method: 'POST',
      body: data,
      headers: { 'ce-specversion': '1.0', 'ce-id': id, 'ce-source': '/automatrix/pages', 'ce-type': type },
    }),
  triggers: () => client.json<{ items: ActiveTrigger[] }>('/api/triggers'),

  workflows: (filters: Filters) => client.json<Page<WorkflowSummary>>(withQuery('/api/workflows', filters)),
  workflow: (id: string) => client.json<Workflow>(`/api/workflows/${idIn(id)}`),
  publish: (id: string, note: string | null) =>
    client.json<PublishedVersion>(`/api/workflows/${idIn(id)}/publish`, {
      method: 'POST',
      body: note === null ? {} : { note },
    }),
  messages: (filters: Filters) => client.json<Page<MessageSummary>>(withQuery('/api/messages', filters)),
  message: (id: string) => client.json<Message>(`/api/messages/${idIn(id)}`),

  version: (id: string, version: number) =>
    client.json<PinnedDefinition>(`/api/workflows/${idIn(id)}/versions/${version}`),
  schedules: (workflowId: string | null) =>
    client.json<Page<Schedule>>(withQuery('/api/schedules', { workflowId })),
  execute: (id: string, input: JsonValue, idempotencyKey: string) =>
    client.json<StartedExecution>(`/api/workflows/${idIn(id)}/execute`, {
      method: 'POST',
      body: { input },
      headers: { 'Idempotency-Key': idempotencyKey },
    }),

  templates: () => client.json<Page<TemplateSummary>>('/api/templates?limit=200'),
  template: (id: string) => client.json<Template>(`/api/templates/${idIn(id)}`),
  instantiate: (id: string, answers: TemplateAnswers, idempotencyKey: string) =>
    client.json<InstantiatedWorkflow>(`/api/templates/${idIn(id)}/instantiate`, {
      method: 'POST',
      body: answers,
      headers: { 'Idempotency-Key': idempotencyKey },
    }),

  executions: (filters: Filters) =>
    client.json<Page<ExecutionSummary>>(withQuery('/api/executions', filters)),
  execution: (id: string) => client.json<Execution>(`/api/executions/${idIn(id)}`),
  executionLogs: (id: string, filters: Filters) =>
    client.json<Page<StepLog>>(withQuery(`/api/executions/${idIn(id)}/logs`, filters)),
  executionAttempts: (id: string, cursor: string) =>
    client.json<Page<StepLog>>(withQuery(`/api/executions/${idIn(id)}/attempts`, { cursor })),
  executionLogLines: (id: string, cursor: string) =>
    client.json<Page<LogLine>>(withQuery(`/api/executions/${idIn(id)}/log-lines`, { limit: 200, cursor })),
  executionDefinition: (id: string) =>
    client.json<PinnedDefinition>(`/api/executions/${idIn(id)}/definition`),
  leads: (filters: Filters) => client.json<Page<LeadSummary>>(withQuery('/api/leads', filters)),
  lead: (id: string) => client.json<LeadDetail>(`/api/leads/${idIn(id)}`),
  leadDocument: async (id: string) => (await client.open(`/api/leads/${idIn(id)}/document`)).blob(),
  replayLead: (id: string) =>
    client.json<{ eventId: string }>(`/api/leads/${idIn(id)}/replay`, { method: 'POST', body: {} }),

  relatedExecutions: (id: string) =>
    client.json<{ items: ExecutionSummary[] }>(`/api/executions/${idIn(id)}/related`),
  cancelExecution: (id: string) =>
    client.json<undefined>(`/api/executions/${idIn(id)}/cancel`, { method: 'POST', body: {} }),
  /** All of a workflow that still go on. */
  cancelExecutions: (workflowId: string) =>
    client.json<{ cancelled: number }>('/api/executions/cancellations', {
      method: 'POST',
      body: { workflowId },
    }),
  pauseExecution: (id: string) =>
    client.json<undefined>(`/api/executions/${idIn(id)}/pause`, { method: 'POST', body: {} }),
  resumeExecution: (id: string) =>
    client.json<undefined>(`/api/executions/${idIn(id)}/resume`, { method: 'POST', body: {} }),
  rerunExecution: (id: string, fromNode: string | null) =>
    client.json<StartedExecution>(`/api/executions/${idIn(id)}/rerun`, {
      method: 'POST',
      body: fromNode === null ? {} : { fromNode },
    }),

  tasks: (filters: Filters) => client.json<Page<Task>>(withQuery('/api/tasks', filters)),
  taskCounts: () => client.json<TaskCounts>('/api/tasks/counts'),
  task: (id: string) => client.json<TaskDetail>(`/api/tasks/${idIn(id)}`),
  claimTask: (id: string) =>
    client.json<TaskDetail>(`/api/tasks/${idIn(id)}/claim`, { method: 'POST', body: {} }),
  releaseTask: (id: string) =>
    client.json<TaskDetail>(`/api/tasks/${idIn(id)}/release`, { method: 'POST', body: {} }),
  colleagues: () => client.json<{ items: Colleague[] }>('/api/users/colleagues'),
  reassignTask: (id: string, to: { role?: string; assignee?: string }) =>
    client.json<TaskDetail>(`/api/tasks/${idIn(id)}/reassign`, { method: 'POST', body: to }),
  decideTask: (id: string, decision: TaskDecision) =>
    client.json<TaskDetail>(`/api/tasks/${idIn(id)}/decide`, { method: 'POST', body: decision }),
  decideTasks: (ids: string[], outcome: TaskOutcome) =>
    client.json<{ items: TaskDecisionResult[] }>('/api/tasks/decide', {
      method: 'POST',
      body: { ids, outcome },
    }),
};
