import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api';
import type { Page, StepLog } from '@/lib/api-types';

type Filters = Record<string, string>;

const TASKS_RENEWED_MS = 30_000;
const FIRST_PAGE = '' as string;
const nextCursor = <T>(page: Page<T>) => page.nextCursor ?? undefined;

/** The reads that pages share, by name, so that a write knows what to renew. */
export const queries = {
  stepTypes: () =>
    queryOptions({
      queryKey: ['step-types'],
      queryFn: async () => (await api.stepTypes()).items,
      staleTime: Infinity,
    }),

  eventTypes: () =>
    queryOptions({ queryKey: ['event-types'], queryFn: async () => (await api.eventTypes()).items }),
  eventType: (type: string) =>
    queryOptions({ queryKey: ['event-type', type], queryFn: () => api.eventType(type) }),
  triggers: () => queryOptions({ queryKey: ['triggers'], queryFn: async () => (await api.triggers()).items }),

  workflows: (filters: Filters) =>
    infiniteQueryOptions({
      queryKey: ['workflows', filters],
      queryFn: ({ pageParam }) => api.workflows({ ...filters, limit: 50, cursor: pageParam }),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: nextCursor,
      placeholderData: keepPreviousData,
    }),
  workflow: (id: string) => queryOptions({ queryKey: ['workflow', id], queryFn: () => api.workflow(id) }),
  version: (id: string, version: number) =>
    queryOptions({
      queryKey: ['workflow', id, 'version', version],
      queryFn: () => api.version(id, version),
      staleTime: Infinity,
    }),
  schedules: (workflowId: string) =>
    queryOptions({
      queryKey: ['workflow', workflowId, 'schedules'],
      queryFn: async () => (await api.schedules(workflowId)).items,
    }),
  allSchedules: () =>
    queryOptions({
      queryKey: ['schedules'],
      queryFn: async () => (await api.schedules(null)).items,
    }),
  workflowNames: () =>
    queryOptions({
      queryKey: ['workflow-names'],
      queryFn: async () => (await api.workflows({ limit: 100 })).items,
    }),

  templates: () =>
    queryOptions({ queryKey: ['templates'], queryFn: async () => (await api.templates()).items }),
  template: (id: string) => queryOptions({ queryKey: ['template', id], queryFn: () => api.template(id) }),

  /** What is asked is made anew with each request: "the last hour" is another one each time. */
  executions: (filters: Filters, asked: (now: number) => Filters = () => filters) =>
    infiniteQueryOptions({
      queryKey: ['executions', filters],
      queryFn: ({ pageParam }) => api.executions({ ...asked(Date.now()), limit: 50, cursor: pageParam }),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: nextCursor,
      placeholderData: keepPreviousData,
    }),
  execution: (id: string) => queryOptions({ queryKey: ['execution', id], queryFn: () => api.execution(id) }),
  leads: (filters: Filters) =>
    infiniteQueryOptions({
      queryKey: ['leads', filters],
      queryFn: ({ pageParam }) => api.leads({ ...filters, limit: 50, cursor: pageParam }),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: nextCursor,
      placeholderData: keepPreviousData,
    }),
  lead: (id: string) => queryOptions({ queryKey: ['lead', id], queryFn: () => api.lead(id) }),
  /** With what went in and came out: of a long execution this takes many requests. */
  executionLogs: (id: string) =>
    queryOptions({ queryKey: ['execution', id, 'logs'], queryFn: () => allLogs(id) }),
  executionAttempts: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['execution', id, 'attempts'],
      queryFn: ({ pageParam }) => api.executionAttempts(id, pageParam),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: nextCursor,
    }),
  /** What the services logged about it. */
  executionLogLines: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['execution', id, 'log-lines'],
      queryFn: ({ pageParam }) => api.executionLogLines(id, pageParam),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: nextCursor,
    }),
  /** The attempts of one step run, with what went in and came out. */
  stepRun: (id: string, stepRunId: string) =>
    queryOptions({
      queryKey: ['execution', id, 'step-run', stepRunId],
      queryFn: async () => (await api.executionLogs(id, { stepRunId, limit: 200 })).items,
    }),
  executionDefinition: (id: string) =>
    queryOptions({
      queryKey: ['execution', id, 'definition'],
      queryFn: () => api.executionDefinition(id),
      staleTime: Infinity,
    }),
  tasks: (filters: Filters) =>
    infiniteQueryOptions({
      queryKey: ['tasks', filters],
      queryFn: ({ pageParam }) => api.tasks({ ...filters, limit: 50, cursor: pageParam }),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: nextCursor,
      placeholderData: keepPreviousData,
      refetchInterval: TASKS_RENEWED_MS,
    }),
  task: (id: string) => queryOptions({ queryKey: ['task', id], queryFn: () => api.task(id) }),
  colleagues: () =>
    queryOptions({
      queryKey: ['colleagues'],
      queryFn: async () => (await api.colleagues()).items,
      staleTime: 60_000,
    }),
  taskCounts: () =>
    queryOptions({
      queryKey: ['task-counts'],
      queryFn: () => api.taskCounts(),
      refetchInterval: TASKS_RENEWED_MS,
    }),
  /** What an execution asks of people at the moment. */
  tasksOfExecution: (executionId: string) =>
    queryOptions({
      queryKey: ['tasks', 'of', executionId],
      queryFn: async () => (await api.tasks({ scope: 'all', executionId, limit: 50 })).items,
    }),
  messages: (filters: Filters) =>
    infiniteQueryOptions({
      queryKey: ['messages', filters],
      queryFn: ({ pageParam }) => api.messages({ ...filters, limit: 50, cursor: pageParam }),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: nextCursor,
      placeholderData: keepPreviousData,
    }),
  message: (id: string) => queryOptions({ queryKey: ['message', id], queryFn: () => api.message(id) }),

  relatedExecutions: (id: string) =>
    queryOptions({
      queryKey: ['execution', id, 'related'],
      queryFn: async () => (await api.relatedExecutions(id)).items,
    }),
};

/** The whole log, page by page. */
async function allLogs(id: string) {
  const logs = [];
  let cursor: string | null = null;
  do {
    const page: Page<StepLog> = await api.executionLogs(id, { limit: 200, cursor });
    logs.push(...page.items);
    cursor = page.nextCursor ?? null;
  } while (cursor !== null);
  return logs;
}
