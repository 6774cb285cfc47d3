import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { aiApi } from '@/lib/api/ai';

const FIRST_PAGE = '' as string;

/** The reads of the AI pages, by name, so that a write knows what to renew. */
export const aiQueries = {
  prompts: () =>
    infiniteQueryOptions({
      queryKey: ['prompts'],
      queryFn: ({ pageParam }) => aiApi.prompts(pageParam),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  prompt: (id: string) => queryOptions({ queryKey: ['prompt', id], queryFn: () => aiApi.prompt(id) }),
  versions: (id: string) =>
    queryOptions({ queryKey: ['prompt', id, 'versions'], queryFn: () => aiApi.versions(id) }),
  diff: (id: string, from: number, to: number) =>
    queryOptions({
      queryKey: ['prompt', id, 'diff', from, to],
      queryFn: () => aiApi.diff(id, from, to),
      staleTime: Infinity,
    }),
  uses: (id: string) => queryOptions({ queryKey: ['prompt', id, 'uses'], queryFn: () => aiApi.uses(id) }),
  cases: (id: string) => queryOptions({ queryKey: ['prompt', id, 'cases'], queryFn: () => aiApi.cases(id) }),
  models: () => queryOptions({ queryKey: ['ai-models'], queryFn: () => aiApi.models() }),
  usage: (from: string, to: string) =>
    queryOptions({
      queryKey: ['ai-usage', from, to],
      queryFn: () => aiApi.usage(from, to),
      placeholderData: keepPreviousData,
    }),
  budgets: () => queryOptions({ queryKey: ['ai-budgets'], queryFn: () => aiApi.budgets() }),
  calls: (filters: Record<string, string>) =>
    infiniteQueryOptions({
      queryKey: ['ai-calls', filters],
      queryFn: ({ pageParam }) => aiApi.calls({ ...filters, cursor: pageParam }),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  call: (id: string) => queryOptions({ queryKey: ['ai-call', id], queryFn: () => aiApi.call(id) }),
};
