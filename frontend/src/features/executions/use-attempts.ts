import { useEffect, useMemo } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { StepLog } from '@/lib/api-types';
import { queries } from '@/lib/queries';

export interface Attempts {
  stored: StepLog[];
  isPending: boolean;
  /** Why the next ones could not be read; null while all is well. */
  error: Error | null;
  /** Whether more of them are about to come. */
  hasMore: boolean;
  retry: () => void;
}

/**
 * What is written down of an execution's attempts: the first page as soon as it is there, the others as they come.
 * What was read before the end was known may lack the last ones, so nothing is asked before `enabled`.
 */
export function useAttempts(id: string, enabled: boolean, refetchInterval: number | false): Attempts {
  const { data, error, isPending, isError, isFetching, hasNextPage, fetchNextPage, refetch } =
    useInfiniteQuery({
      ...queries.executionAttempts(id),
      enabled,
      refetchInterval,
    });

  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);

  const stored = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  return {
    stored,
    isPending,
    error: isError ? error : null,
    hasMore: hasNextPage,
    retry: () => void (data && hasNextPage ? fetchNextPage() : refetch()),
  };
}
