import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { insight } from '@/lib/api/insight';

const RENEWED_MS = 15_000;

type Asked = Record<string, string>;

export const insightQueries = {
  /** What is asked is made anew with each request: "the last day" is another one each time. */
  dashboard: (key: Asked, asked: (now: number) => Asked) =>
    queryOptions({
      queryKey: ['dashboard', key],
      queryFn: () => insight.dashboard(asked(Date.now())),
      placeholderData: keepPreviousData,
      refetchInterval: RENEWED_MS,
    }),
  journey: (key: string) =>
    infiniteQueryOptions({
      queryKey: ['journey', key],
      queryFn: ({ pageParam }) => insight.journey({ key, cursor: pageParam }),
      initialPageParam: '',
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
};
