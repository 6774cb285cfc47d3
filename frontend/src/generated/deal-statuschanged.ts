// Generated from contracts/schema/event/deal.statuschanged.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * A deal has another status. It carries no credit data.
 */
export interface DealStatusChanged {
  /**
   * The deal's id.
   */
  dealId: string;
  /**
   * State.
   */
  status:
    | 'CREDIT_SUBMITTED'
    | 'STIPS_REQUESTED'
    | 'APPROVED'
    | 'COUNTER'
    | 'DECLINED'
    | 'INCOMPLETE'
    | 'CONTRACTED'
    | 'FUNDED';
  /**
   * When.
   */
  at: string;
  /**
   * When the application was complete.
   */
  applicationCompletedAt?: string;
  /**
   * The lender's reference.
   */
  lenderRef?: string;
  /**
   * What the lender still wants.
   */
  missingItems?: string[];
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
