// Generated from contracts/schema/event/review.posted.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * A customer wrote a public review.
 */
export interface ReviewPosted {
  /**
   * The review's id.
   */
  id: string;
  /**
   * Where it was posted.
   */
  site: string;
  /**
   * Stars, from 1 to 5.
   */
  rating: number;
  /**
   * What they wrote.
   */
  text?: string;
  /**
   * The name they gave.
   */
  author?: string;
  person?: Person;
  /**
   * The repair order that it is about.
   */
  roNumber?: string;
  /**
   * The deal that it is about.
   */
  dealId?: string;
  /**
   * When.
   */
  at: string;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
/**
 * Who it is, if that is known.
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
