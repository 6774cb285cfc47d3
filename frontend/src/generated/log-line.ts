// Generated from contracts/schema/event/log-line.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * A line that a service has written to its log about a request or an event.
 */
export interface LogLine {
  /**
   * Made when the line was written: ids sort by time.
   */
  id: string;
  /**
   * When it was written.
   */
  at: string;
  /**
   * Whose log it is from.
   */
  service: string;
  /**
   * How grave it is.
   */
  level: 'INFO' | 'WARN' | 'ERROR';
  /**
   * The class that wrote it.
   */
  logger: string;
  /**
   * Of the request or event that it is about.
   */
  correlationId: string;
  /**
   * The line.
   */
  message: string;
  /**
   * The stack trace, cut if it is long; left out where nothing was thrown.
   */
  exception?: string;
}
