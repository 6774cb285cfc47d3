// Generated from contracts/schema/event/repairorder.opened.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * A repair order was opened.
 */
export interface RepairOrderOpened {
  /**
   * The repair order's number.
   */
  roNumber: string;
  /**
   * State.
   */
  status:
    | 'ESTIMATE'
    | 'OPEN'
    | 'IN_PROGRESS'
    | 'ON_HOLD'
    | 'ON_HOLD_PARTS'
    | 'READY'
    | 'COMPLETED'
    | 'CLOSED'
    | 'CANCELLED';
  /**
   * State before.
   */
  previousStatus?:
    | 'ESTIMATE'
    | 'OPEN'
    | 'IN_PROGRESS'
    | 'ON_HOLD'
    | 'ON_HOLD_PARTS'
    | 'READY'
    | 'COMPLETED'
    | 'CLOSED'
    | 'CANCELLED';
  person: Person;
  vehicle: Vehicle;
  /**
   * Service advisor.
   */
  advisorId?: string;
  /**
   * When it is to be ready.
   */
  promisedAt?: string;
  odometerIn?: Odometer1;
  /**
   * What is done.
   */
  jobs?: RepairJob[];
  /**
   * What the customer declined.
   */
  declined?: RepairJob[];
  totals?: RepairTotals;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
/**
 * Whose vehicle.
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
 * Which vehicle.
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
/**
 * On arrival.
 */
export interface Odometer1 {
  /**
   * Distance.
   */
  value: number;
  /**
   * Unit.
   */
  unit: 'KM' | 'MI';
}
export interface RepairJob {
  /**
   * Line of the repair order.
   */
  line: string;
  /**
   * Labour operation code.
   */
  opCode?: string;
  /**
   * Who pays.
   */
  payType?: 'CUSTOMER' | 'WARRANTY' | 'INTERNAL' | 'SERVICE_CONTRACT';
  /**
   * What the customer said.
   */
  complaint?: string;
  /**
   * What it was.
   */
  cause?: string;
  /**
   * What was done.
   */
  correction?: string;
  /**
   * Flat-rate hours.
   */
  soldHours?: number;
  labor?: Money;
  /**
   * Parts.
   */
  parts?: RepairPart[];
  /**
   * State of the job.
   */
  state?: string;
}
export interface RepairPart {
  /**
   * Part number.
   */
  partNumber: string;
  /**
   * How many.
   */
  quantity: number;
  price?: Money;
}
/**
 * What it costs whom.
 */
export interface RepairTotals {
  customer?: Money;
  warranty?: Money;
  internal?: Money;
}
