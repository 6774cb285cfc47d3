// Generated from contracts/schema/event/lead.updated.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * A lead has another state or owner.
 */
export interface LeadUpdated {
  /**
   * The lead's id.
   */
  leadId: string;
  /**
   * State, such as NEW, CONTACTED, APPOINTMENT, SOLD or LOST.
   */
  status: string;
  /**
   * State before.
   */
  previousStatus?: string;
  /**
   * Who looks after it.
   */
  ownerId?: string;
  /**
   * Why it changed.
   */
  reason?: string;
  /**
   * When it changed.
   */
  changedAt?: string;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
