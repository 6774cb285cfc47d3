// Generated from contracts/schema/event/inventory.vehicle.changed.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * Something about a vehicle in stock changed.
 */
export interface InventoryVehicleChanged {
  /**
   * The dealership's stock number.
   */
  stockNumber: string;
  vehicle: Vehicle;
  /**
   * What changed.
   */
  change: 'ARRIVED' | 'PRICE_DROP' | 'SOLD' | 'AGE_BUCKET' | 'PHOTOS';
  /**
   * What it was before, such as the price or the age in stock.
   */
  old?: unknown;
  /**
   * What it is now.
   */
  new?: unknown;
  /**
   * How long it has been in stock.
   */
  daysInStock?: number;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
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
