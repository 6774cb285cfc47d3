import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { withQuery } from '@/lib/api/with-query';
import type { MessageSummary, Page } from '@/lib/api-types';
import { client } from '@/lib/http/client';

export type ConsentChannel = 'SMS' | 'EMAIL' | 'VOICE';
export type ConsentPurpose = 'TRANSACTIONAL' | 'MARKETING';
export type ConsentState = 'GRANTED' | 'REVOKED' | 'UNKNOWN';

/** Whom it is about: a person, an address, or a person with one of their addresses. */
export interface Who {
  personId?: string;
  address?: string;
}

/** What holds now. Without an address it is about the person. */
export interface Holding {
  personId?: string | null;
  address?: string | null;
  channel: ConsentChannel;
  purpose: ConsentPurpose;
  state: ConsentState;
  at: string;
  entryId: string;
}

/** What was said once. */
export interface ConsentEntry {
  id: string;
  personId?: string | null;
  address?: string | null;
  channel: ConsentChannel;
  purpose: ConsentPurpose | 'ALL';
  state: ConsentState;
  source: string;
  evidence?: string | null;
  at: string;
  recordedAt: string;
  /** A colleague, or "event". */
  recordedBy: string;
}

export interface ConsentChange extends Who {
  channel: ConsentChannel;
  /** Null is every purpose. */
  purpose: ConsentPurpose | null;
  state: ConsentState;
  source: string;
  evidence: string | null;
  /** Null is now. */
  at: string | null;
}

const CONSENTS = '/api/consents';
const MOST_RECENT = 10;
const MOST_WAITING = 50;
const FIRST_PAGE = '' as string;

export const consentsApi = {
  holdings: async (who: Who) => (await client.json<Page<Holding>>(withQuery(CONSENTS, { ...who }))).items,
  history: (who: Who, cursor: string) =>
    client.json<Page<ConsentEntry>>(withQuery(`${CONSENTS}/history`, { ...who, cursor })),
  record: (change: ConsentChange) => client.json<Page<Holding>>(CONSENTS, { method: 'POST', body: change }),
};

export const consentQueries = {
  holdings: (who: Who) =>
    queryOptions({ queryKey: ['consents', 'holdings', who], queryFn: () => holdingsOf(who) }),
  history: (who: Who) =>
    infiniteQueryOptions({
      queryKey: ['consents', 'history', who],
      queryFn: ({ pageParam }) => consentsApi.history(who, pageParam),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: (page: Page<ConsentEntry>) => page.nextCursor ?? undefined,
    }),
  messages: (who: Who) => queryOptions({ queryKey: ['messages', 'to', who], queryFn: () => messagesTo(who) }),
};

/** The page that shows what they have said. */
export function consentsHref({ personId, address }: Who): string {
  return withQuery('/outbox/consents', { personId, address });
}

/** Also what those have said to whom the address is known to belong: their no counts for it too. */
async function holdingsOf(who: Who): Promise<Holding[]> {
  const said = await consentsApi.holdings(who);
  const owners = ownersOf(who.address, said).filter((owner) => owner !== who.personId);
  const theirs = await Promise.all(owners.map((personId) => consentsApi.holdings({ ...who, personId })));
  const bySubject = new Map(
    [...said, ...theirs.flat()].map((one) => [
      [one.address ?? `person ${one.personId}`, one.channel, one.purpose].join('\n'),
      one,
    ]),
  );
  return [...bySubject.values()];
}

/** The persons to whom an address is known to belong. */
export function ownersOf(address: string | undefined, holdings: Holding[]): string[] {
  const owners = holdings.flatMap((one) => (one.address === address && one.personId ? [one.personId] : []));
  return address === undefined ? [] : [...new Set(owners)];
}

/** All that wait, and the latest of the others. */
async function messagesTo({ personId, address }: Who): Promise<MessageSummary[]> {
  const filters = [personId && { personId }, address && { to: address }].filter((one) => !!one);
  const pages = await Promise.all(
    filters.flatMap((filter) => [
      api.messages({ ...filter, state: 'DEFERRED', limit: MOST_WAITING }),
      api.messages({ ...filter, limit: MOST_RECENT }),
    ]),
  );
  const byId = new Map(pages.flatMap(({ items }) => items).map((message) => [message.id, message]));
  return [...byId.values()].sort(
    (a, b) =>
      Number(b.state === 'DEFERRED') - Number(a.state === 'DEFERRED') ||
      b.createdAt.localeCompare(a.createdAt),
  );
}
