// Generated from contracts/schema/event/call.missed.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * Nobody picked up a call.
 */
export interface CallMissed {
  /**
   * The call's id.
   */
  callId: string;
  /**
   * Who called.
   */
  fromE164: string;
  /**
   * Which of our numbers.
   */
  toE164: string;
  /**
   * When.
   */
  at: string;
  /**
   * Which department.
   */
  department: 'SALES' | 'SERVICE' | 'PARTS' | 'FINANCE' | 'OFFICE';
  /**
   * What they said on voicemail.
   */
  voicemailTranscript?: string;
  person?: Person;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
/**
 * Who it was, if known.
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
