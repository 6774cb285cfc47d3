import { queryOptions } from '@tanstack/react-query';
import { client } from '@/lib/http/client';

/** A text that steps send by its name. */
export interface StoredText {
  name: string;
  subject: string;
  text: string;
  html: string | null;
  version: number;
  changedAt: string;
  variables: string[];
}

export type TextContent = Pick<StoredText, 'subject' | 'text' | 'html'>;

const TEXTS = '/api/message-templates';
const one = (name: string) => `${TEXTS}/${encodeURIComponent(name)}`;

export const textsApi = {
  list: () => client.json<{ items: StoredText[] }>(TEXTS),
  find: (name: string) => client.json<StoredText>(one(name)),
  add: (name: string, content: TextContent) =>
    client.json<StoredText>(TEXTS, { method: 'POST', body: { name, ...content } }),
  /** Refuses if somebody else has changed that version meanwhile. */
  change: (name: string, version: number, content: TextContent) =>
    client.json<StoredText>(one(name), { method: 'PUT', body: { version, ...content } }),
  remove: (name: string) => client.open(one(name), { method: 'DELETE' }),
};

export const textQueries = {
  list: () => queryOptions({ queryKey: ['texts'], queryFn: async () => (await textsApi.list()).items }),
  one: (name: string) => queryOptions({ queryKey: ['text', name], queryFn: () => textsApi.find(name) }),
};
