import type { EventType, Page } from '@/lib/api-types';
import { withQuery, type Filters } from '@/lib/api/with-query';
import type {
  DeadLetter,
  DeadLetterDetail,
  DeadLetterTopic,
  OwnEventType,
  ReplayResult,
  Webhook,
} from '@/lib/events-types';
import { client } from '@/lib/http/client';

const LETTERS = '/api/dead-letters';
const TYPES = '/api/event-types';
const idIn = encodeURIComponent;

/** What the pages about events ask for. */
export const eventsApi = {
  deadLetters: (filters: Filters) => client.json<Page<DeadLetter>>(withQuery(LETTERS, filters)),
  deadLetterTopics: () => client.json<Page<DeadLetterTopic>>(`${LETTERS}/topics`),
  deadLetter: (id: string) => client.json<DeadLetterDetail>(`${LETTERS}/${idIn(id)}`),
  replayDeadLetter: (id: string, edit: { text?: string; headers?: Record<string, string> }) =>
    client.json<DeadLetter>(`${LETTERS}/${idIn(id)}/replay`, { method: 'POST', body: edit }),
  replayDeadLetters: (ids: string[]) =>
    client.json<Page<ReplayResult>>(`${LETTERS}/replay`, { method: 'POST', body: { ids } }),
  discardDeadLetter: (id: string) =>
    client.json<DeadLetter>(`${LETTERS}/${idIn(id)}/discard`, { method: 'POST', body: {} }),

  addEventType: (type: OwnEventType) => client.json<EventType>(TYPES, { method: 'POST', body: type }),
  changeEventType: (type: OwnEventType) =>
    client.json<EventType>(`${TYPES}/${idIn(type.type)}`, { method: 'PUT', body: type }),
  removeEventType: (type: string) => client.json<undefined>(`${TYPES}/${idIn(type)}`, { method: 'DELETE' }),

  webhooks: () => client.json<Page<Webhook>>('/api/webhooks'),
  rotateWebhook: (id: string) =>
    client.json<Webhook>(`/api/webhooks/${idIn(id)}/rotate`, { method: 'POST', body: {} }),
};
