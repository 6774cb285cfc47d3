import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { eventsApi } from '@/lib/api/events';

export const eventsQueries = {
  deadLetters: (filters: Record<string, string>) =>
    infiniteQueryOptions({
      queryKey: ['dead-letters', 'list', filters],
      queryFn: ({ pageParam }) => eventsApi.deadLetters({ ...filters, limit: 50, cursor: pageParam }),
      initialPageParam: '',
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
      refetchInterval: 15_000,
    }),
  deadLetterTopics: () =>
    queryOptions({
      queryKey: ['dead-letters', 'topics'],
      queryFn: async () => (await eventsApi.deadLetterTopics()).items,
    }),
  deadLetter: (id: string) =>
    queryOptions({ queryKey: ['dead-letters', 'one', id], queryFn: () => eventsApi.deadLetter(id) }),
  webhooks: () =>
    queryOptions({ queryKey: ['webhooks'], queryFn: async () => (await eventsApi.webhooks()).items }),
};
