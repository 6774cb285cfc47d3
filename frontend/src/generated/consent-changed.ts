// Generated from contracts/schema/event/consent.changed.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * For which channel.
 */
export type Channel = 'SMS' | 'EMAIL' | 'VOICE';
/**
 * For which purpose.
 */
export type Purpose = 'TRANSACTIONAL' | 'MARKETING';
/**
 * What holds now.
 */
export type ConsentState = 'GRANTED' | 'REVOKED' | 'UNKNOWN';

/**
 * A person gave or took back consent.
 */
export interface ConsentChanged {
  /**
   * Who.
   */
  personId: string;
  channel: Channel;
  purpose: Purpose;
  state: ConsentState;
  /**
   * Everything, or this purpose only.
   */
  scope: 'ALL' | 'PURPOSE';
  /**
   * Where they said so.
   */
  source: string;
  /**
   * Wording.
   */
  evidence?: string;
  /**
   * When.
   */
  at: string;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
