import type { EventType } from '@/lib/api-types';
import type { JsonValue } from '@/lib/json';

export type DeadLetterState = 'OPEN' | 'REPLAYED' | 'DISCARDED';

/** A record that nobody could process. */
export interface DeadLetter {
  id: string;
  topic: string;
  partition?: number | null;
  offset?: number | null;
  at: string;
  /** Missing for those who may not see personal data. */
  reason?: string | null;
  eventType?: string | null;
  bytes: number;
  state: DeadLetterState;
  isEdited: boolean;
  settledAt?: string | null;
  settledBy?: string | null;
}

export interface DeadLetterDetail {
  summary: DeadLetter;
  key?: string | null;
  headers: { name: string; value: string }[];
  /** The value, if it is a text. */
  text?: string | null;
  base64?: string | null;
}

export interface DeadLetterTopic {
  topic: string;
  open: number;
}

export interface ReplayResult {
  id: string;
  isReplayed: boolean;
  message?: string | null;
}

/** An event that has just arrived. */
export interface TailedEvent {
  topic: string;
  partition: number;
  offset: number;
  arrivedAt: string;
  isReadable: boolean;
  eventId?: string | null;
  type?: string | null;
  source?: string | null;
  subject?: string | null;
  data?: JsonValue;
  isHidden: boolean;
}

export type OwnEventType = Pick<EventType, 'type' | 'title' | 'topic' | 'description' | 'schema' | 'example'>;

/** The address at which another system starts a workflow. */
export interface Webhook {
  id: string;
  workflowId: string;
  workflowName?: string | null;
  triggerId: string;
  path: string;
  proof: 'SIGNATURE' | 'TOKEN' | 'NONE';
  answer: 'ACCEPTED' | 'RESULT';
  active: boolean;
  createdAt: string;
  rotatedAt?: string | null;
}
