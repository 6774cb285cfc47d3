// Generated from contracts/schema/event/warranty.claim.decided.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * A manufacturer decided on a warranty claim.
 */
export interface WarrantyClaimDecided {
  /**
   * The claim's id.
   */
  claimId: string;
  /**
   * Its repair order.
   */
  roNumber: string;
  /**
   * What was decided.
   */
  decision: 'APPROVED' | 'PARTLY_APPROVED' | 'REJECTED' | 'RETURNED';
  approved?: Money;
  /**
   * The decision for each line of the repair order.
   */
  lines?: {
    /**
     * Line of the repair order.
     */
    line: string;
    /**
     * What was decided.
     */
    decision: 'APPROVED' | 'PARTLY_APPROVED' | 'REJECTED' | 'RETURNED';
    approved?: Money1;
    /**
     * Why, as the manufacturer codes it.
     */
    reasonCode?: string;
  }[];
  /**
   * Why, as the manufacturer codes it.
   */
  reasonCodes?: string[];
  /**
   * When.
   */
  decidedAt?: string;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
/**
 * What is paid.
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
export interface Money1 {
  /**
   * A decimal number as text.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
