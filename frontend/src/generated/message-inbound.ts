// Generated from contracts/schema/event/message.inbound.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * A customer wrote to us.
 */
export interface MessageInbound {
  /**
   * The message's id.
   */
  messageId: string;
  person: Person;
  /**
   * How.
   */
  channel: 'SMS' | 'EMAIL' | 'CHAT';
  /**
   * The conversation.
   */
  threadId: string;
  /**
   * What they wrote.
   */
  text: string;
  /**
   * What they sent along.
   */
  attachments?: {
    /**
     * File name.
     */
    name?: string;
    /**
     * Media type.
     */
    contentType?: string;
    /**
     * Where it is kept.
     */
    ref: string;
  }[];
  /**
   * When.
   */
  receivedAt: string;
  /**
   * The message of ours that it answers.
   */
  inReplyTo?: string;
  /**
   * BCP 47.
   */
  language?: string;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
/**
 * Who wrote.
 */
export interface Person {
  /**
   * The dealership's id of this person.
   */
  personId?: string;
  /**
   * First name.
   */
  firstName?: string;
  /**
   * Last name.
   */
  lastName?: string;
  /**
   * E-mail addresses.
   */
  emails?: Email[];
  /**
   * Phone numbers.
   */
  phones?: Phone[];
  address?: Address;
  /**
   * BCP 47, such as fr-CA.
   */
  locale?: string;
  /**
   * Such as America/Toronto.
   */
  timeZone?: string;
}
export interface Email {
  /**
   * The address.
   */
  value: string;
  /**
   * Use this one first.
   */
  preferred?: boolean;
}
export interface Phone {
  /**
   * With country code.
   */
  e164?: string;
  /**
   * As it came.
   */
  raw?: string;
  /**
   * What kind.
   */
  type?: 'VOICE' | 'MOBILE' | 'HOME' | 'WORK' | 'FAX' | 'PAGER';
  /**
   * Use this one first.
   */
  preferred?: boolean;
}
export interface Address {
  /**
   * Street and so on.
   */
  lines?: string[];
  /**
   * City.
   */
  city?: string;
  /**
   * Postal code.
   */
  postalCode?: string;
  /**
   * State or province.
   */
  region?: string;
  /**
   * ISO 3166-1 alpha-2.
   */
  country?: string;
}
