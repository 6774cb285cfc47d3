// Generated from contracts/schema/event/part.stock.changed.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * The stock of a part changed.
 */
export interface PartStockChanged {
  /**
   * As the supplier writes it.
   */
  partNumber: string;
  /**
   * Upper case, without blanks and dashes.
   */
  normalizedPartNumber?: string;
  /**
   * What it is.
   */
  description?: string;
  /**
   * In stock.
   */
  onHand: number;
  /**
   * On order.
   */
  onOrder?: number;
  /**
   * Set aside.
   */
  reserved?: number;
  /**
   * Order below this.
   */
  min?: number;
  /**
   * Fill up to this.
   */
  max?: number;
  /**
   * Best stocking level.
   */
  bsl?: number;
  /**
   * Where it lies.
   */
  binLocation?: string;
  /**
   * Last sold.
   */
  lastSaleOn?: string;
  unitCost?: Money;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
/**
 * What one costs.
 */
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
