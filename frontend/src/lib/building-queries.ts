import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { building, type ScheduleQuestion } from '@/lib/api/building';
import type { JsonObject, JsonValue } from '@/lib/json';

const A_WHILE_MS = 60_000;

/** The reads of the inspector and the test runs. */
export const buildingQueries = {
  credentials: () =>
    queryOptions({
      queryKey: ['credentials', 'names'],
      queryFn: async () => (await building.credentials()).items,
      staleTime: A_WHILE_MS,
    }),
  tables: () =>
    queryOptions({
      queryKey: ['tables', 'names'],
      queryFn: async () => (await building.tables()).items,
      staleTime: A_WHILE_MS,
    }),
  prompts: () =>
    queryOptions({
      queryKey: ['prompts', 'names'],
      queryFn: async () => (await building.prompts()).items,
      staleTime: A_WHILE_MS,
    }),
  evaluated: (template: JsonValue, context: JsonObject) =>
    queryOptions({
      queryKey: ['evaluated', template, context],
      queryFn: ({ signal }) => building.evaluate(template, context, signal),
      staleTime: Infinity,
      gcTime: A_WHILE_MS,
      retry: false,
      placeholderData: keepPreviousData,
    }),
  schedulePreview: (question: ScheduleQuestion) =>
    queryOptions({
      queryKey: ['schedule-preview', question],
      queryFn: () => building.previewSchedule(question),
      retry: false,
      placeholderData: keepPreviousData,
    }),
  tests: (workflowId: string) =>
    queryOptions({
      queryKey: ['workflow', workflowId, 'tests'],
      queryFn: async () => (await building.tests(workflowId)).items,
    }),
};
