// Generated from contracts/schema/event/audit-recorded.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * Somebody did something that the dealership may be asked about.
 */
export interface AuditRecorded {
  /**
   * The entry's id.
   */
  id: string;
  /**
   * When it was done.
   */
  at: string;
  /**
   * Who did it; left out for the system itself, or somebody who could not sign in.
   */
  actorId?: string;
  /**
   * Their name at that time.
   */
  actorName: string;
  /**
   * What was done, in the past tense: workflow.published.
   */
  action: string;
  /**
   * What kind of thing it was done to.
   */
  subjectType: string;
  /**
   * Which one.
   */
  subjectId: string;
  /**
   * Whose audit log the entry comes from.
   */
  service: string;
  /**
   * As it was, without secrets; left out if it did not exist or is too large.
   */
  before?: unknown;
  /**
   * As it is now, without secrets; left out if it no longer exists or is too large.
   */
  after?: unknown;
  /**
   * Of the request that did it.
   */
  correlationId: string;
}
