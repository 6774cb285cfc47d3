// Generated from contracts/schema/event/message.delivery.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * How it was sent.
 */
export type Channel = 'SMS' | 'EMAIL' | 'VOICE';

/**
 * What became of a message that was sent to a customer.
 */
export interface MessageDelivery {
  /**
   * The message's id.
   */
  messageId: string;
  /**
   * The execution that sent it.
   */
  executionId?: string;
  channel?: Channel;
  /**
   * How far it came.
   */
  state: 'SENT' | 'DELIVERED' | 'FAILED' | 'BOUNCED';
  /**
   * What the carrier or mail server answered.
   */
  providerCode?: string;
  /**
   * When.
   */
  at: string;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
