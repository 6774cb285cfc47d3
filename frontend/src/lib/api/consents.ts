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

/** By which channels and for what somebody may be contacted: as the steps that send messages decide it. */
export interface ConsentDecisions {
  /** Also the one person to whom the address is known to belong. */
  personId?: string | null;
  address?: string | null;
  items: ConsentLine[];
}

/** What holds for one channel, at an address or for a person whose addresses are not known. */
export interface ConsentLine {
  channel: ConsentChannel;
  address?: string | null;
  /** Nothing is sent to the address, whatever was said. */
  blocked?: { reason: string; since: string } | null;
  answers: ConsentAnswer[];
}

/** What holds for messages of one purpose. */
export interface ConsentAnswer {
  purpose: ConsentPurpose;
  state: ConsentState;
  isAllowed: boolean;
  /** What was said that decides; nothing if nothing was. */
  because?: Holding | null;
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
  decisions: (who: Who) => client.json<ConsentDecisions>(withQuery(`${CONSENTS}/decisions`, { ...who })),
  history: (who: Who, cursor: string) =>
    client.json<Page<ConsentEntry>>(withQuery(`${CONSENTS}/history`, { ...who, cursor })),
  record: (change: ConsentChange) => client.json<Page<Holding>>(CONSENTS, { method: 'POST', body: change }),
};

export const consentQueries = {
  decisions: (who: Who) =>
    queryOptions({ queryKey: ['consents', 'decisions', who], queryFn: () => consentsApi.decisions(who) }),
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
