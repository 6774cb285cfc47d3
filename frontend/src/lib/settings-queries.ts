import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page } from '@/lib/api-types';
import { settingsApi } from '@/lib/api/settings';

const FIRST_PAGE = '' as string;
const nextCursor = <T>(page: Page<T>) => page.nextCursor ?? undefined;

export const settingsQueries = {
  dealership: () => queryOptions({ queryKey: ['settings', 'dealership'], queryFn: settingsApi.dealership }),
  users: () =>
    infiniteQueryOptions({
      queryKey: ['settings', 'users'],
      queryFn: ({ pageParam }) => settingsApi.users({ limit: 100, cursor: pageParam }),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: nextCursor,
    }),
  serviceAccounts: () =>
    queryOptions({
      queryKey: ['settings', 'service-accounts'],
      queryFn: async () => (await settingsApi.serviceAccounts()).items,
    }),
  credentials: () =>
    infiniteQueryOptions({
      queryKey: ['settings', 'credentials'],
      queryFn: ({ pageParam }) => settingsApi.credentials({ limit: 100, cursor: pageParam }),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: nextCursor,
    }),
  audit: (filters: Record<string, string>) =>
    infiniteQueryOptions({
      queryKey: ['settings', 'audit', filters],
      queryFn: ({ pageParam }) => settingsApi.audit({ ...filters, limit: 50, cursor: pageParam }),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
};
