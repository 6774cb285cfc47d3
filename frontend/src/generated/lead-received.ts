// Generated from contracts/schema/event/lead.received.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * How a person is contacted.
 */
export type Channel = 'SMS' | 'EMAIL' | 'VOICE';
/**
 * Why.
 */
export type Purpose = 'TRANSACTIONAL' | 'MARKETING';
/**
 * What the person said.
 */
export type ConsentState = 'GRANTED' | 'REVOKED' | 'UNKNOWN';
/**
 * How a person is contacted.
 */
export type Channel1 = 'SMS' | 'EMAIL' | 'VOICE';

/**
 * A lead came in, from whatever source.
 */
export interface LeadReceived {
  /**
   * The lead's id.
   */
  leadId: string;
  /**
   * The dealer.
   */
  dealerId: string;
  /**
   * When we got it.
   */
  receivedAt: string;
  /**
   * When the customer sent it.
   */
  requestedAt?: string;
  /**
   * Where it came from.
   */
  channel: 'ADF_EMAIL' | 'ADF_HTTP' | 'FORM' | 'META' | 'PHONE' | 'CHAT' | 'WALKIN';
  /**
   * What it is about.
   */
  leadType: 'SALES' | 'TRADE' | 'FINANCE' | 'SERVICE' | 'PARTS' | 'OTHER';
  person: Person;
  /**
   * What they want.
   */
  vehiclesOfInterest?: Vehicle[];
  /**
   * What they have.
   */
  tradeIns?: Vehicle[];
  /**
   * What they wrote.
   */
  comments?: string;
  /**
   * Who originated the lead.
   */
  provider?: {
    /**
     * Name.
     */
    name: string;
    /**
     * Service.
     */
    service?: string;
    /**
     * Id.
     */
    id?: string;
  };
  /**
   * The lead's ids in other systems.
   */
  externalIds?: {
    /**
     * Which system.
     */
    source?: string;
    /**
     * Its id.
     */
    id: string;
  }[];
  /**
   * What the document says about consent.
   */
  consents?: Consent[];
  preferredChannel?: Channel1;
  /**
   * How the document was read.
   */
  parseQuality?: 'CLEAN' | 'REPAIRED' | 'DEGRADED';
  /**
   * Where the document is kept as it came.
   */
  rawRef?: string;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
/**
 * Who asks.
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
export interface Vehicle {
  /**
   * As it came; see vinVerdict.
   */
  vin?: string;
  /**
   * Whether the VIN is plausible.
   */
  vinVerdict?: 'VALID' | 'CHECK_DIGIT' | 'CHARACTER' | 'LENGTH' | 'PLACEHOLDER';
  /**
   * Model year.
   */
  year?: number;
  /**
   * Make.
   */
  make?: string;
  /**
   * Model.
   */
  model?: string;
  /**
   * Trim.
   */
  trim?: string;
  /**
   * The dealership's stock number.
   */
  stockNumber?: string;
  odometer?: Odometer;
  /**
   * Condition.
   */
  condition?: string;
  price?: Money;
  /**
   * What the customer wants to do with it.
   */
  interest?: 'BUY' | 'LEASE' | 'TEST_DRIVE' | 'SELL' | 'TRADE_IN';
  /**
   * New or used.
   */
  status?: 'NEW' | 'USED';
}
export interface Odometer {
  /**
   * Distance.
   */
  value: number;
  /**
   * Unit.
   */
  unit: 'KM' | 'MI';
}
export interface Money {
  /**
   * A decimal number as text.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface Consent {
  channel: Channel;
  purpose: Purpose;
  state: ConsentState;
  /**
   * Wording, source and time.
   */
  evidence?: string;
}
