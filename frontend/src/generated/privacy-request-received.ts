// Generated from contracts/schema/event/privacy.request.received.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * A person used a privacy right.
 */
export interface PrivacyRequestReceived {
  /**
   * The request's id.
   */
  requestId: string;
  /**
   * What they ask for.
   */
  kind: 'DELETE' | 'ACCESS' | 'CORRECT' | 'OPT_OUT_SALE';
  /**
   * Such as US-CA or EU.
   */
  jurisdiction: string;
  /**
   * How to find them.
   */
  identifiers: {
    /**
     * E-mail addresses.
     */
    emails?: string[];
    /**
     * Phone numbers.
     */
    phones?: string[];
    /**
     * Our ids.
     */
    personIds?: string[];
  };
  /**
   * When.
   */
  receivedAt: string;
  /**
   * When it must be done.
   */
  dueAt: string;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
