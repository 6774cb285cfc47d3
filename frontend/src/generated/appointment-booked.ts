// Generated from contracts/schema/event/appointment.booked.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * An appointment was made.
 */
export interface AppointmentBooked {
  /**
   * The appointment's id.
   */
  appointmentId: string;
  /**
   * Which department.
   */
  department: 'SALES' | 'SERVICE';
  /**
   * Such as TEST_DRIVE or OIL_CHANGE.
   */
  kind: string;
  /**
   * When it starts.
   */
  start: string;
  /**
   * When it ends.
   */
  end: string;
  /**
   * The store's zone.
   */
  timeZone: string;
  person: Person;
  vehicle?: Vehicle;
  /**
   * What is to be done.
   */
  services?: Service[];
  /**
   * How they go on.
   */
  transport?: 'WAIT' | 'DROP_OFF' | 'SHUTTLE' | 'LOANER';
  /**
   * Who looks after them.
   */
  advisorId?: string;
  /**
   * State.
   */
  status: 'BOOKED' | 'CONFIRMED' | 'CHANGED' | 'MISSED' | 'COMPLETED' | 'CANCELLED';
  /**
   * What it was before.
   */
  previous?: {
    /**
     * When it started.
     */
    start?: string;
    /**
     * When it ended.
     */
    end?: string;
  };
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
/**
 * Who comes.
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
/**
 * With which vehicle, or for which.
 */
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
export interface Service {
  /**
   * Labour operation code.
   */
  opCode?: string;
  /**
   * What is to be done.
   */
  description?: string;
}
