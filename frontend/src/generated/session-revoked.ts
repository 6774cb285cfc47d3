// Generated from contracts/schema/event/session-revoked.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * Access tokens of a session are no longer good.
 */
export interface SessionRevoked {
  /**
   * The session.
   */
  sessionId: string;
  /**
   * When the last of them would have expired.
   */
  until: string;
}
