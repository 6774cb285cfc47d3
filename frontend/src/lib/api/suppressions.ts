import { infiniteQueryOptions } from '@tanstack/react-query';
import { withQuery, type Filters } from '@/lib/api/with-query';
import type { Page } from '@/lib/api-types';
import type { ConsentChannel } from '@/lib/api/consents';
import { client } from '@/lib/http/client';

/** An address that nothing is sent to, and why. */
export interface Suppression {
  channel: ConsentChannel;
  address: string;
  reason: string;
  createdAt: string;
}

const SUPPRESSIONS = '/api/messages/suppressions';
const FIRST_PAGE = '' as string;

export const suppressionsApi = {
  list: (filters: Filters) => client.json<Page<Suppression>>(withQuery(SUPPRESSIONS, filters)),
  allow: ({ channel, address }: Suppression) =>
    client.open(withQuery(SUPPRESSIONS, { channel, address }), { method: 'DELETE' }),
};

export const suppressionQueries = {
  /** Those in whose address the given part stands; all if it is empty. */
  list: (address = '') =>
    infiniteQueryOptions({
      queryKey: ['suppressions', 'list', address],
      queryFn: ({ pageParam }) => suppressionsApi.list({ address, limit: 50, cursor: pageParam }),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: (page: Page<Suppression>) => page.nextCursor ?? undefined,
    }),
};
