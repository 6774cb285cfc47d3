// Generated from contracts/schema/event/event-type-registered.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * A dealer's own event type is there or has changed; a tombstone says that it is gone.
 */
export interface EventTypeRegistered {
  /**
   * The CloudEvent type.
   */
  type: string;
  /**
   * Title.
   */
  title: string;
  /**
   * Where its events are published.
   */
  topic: string;
  /**
   * Description.
   */
  description: string;
  /**
   * JSON Schema of the data.
   */
  schema: Record<string, unknown>;
  /**
   * Data that fits the schema.
   */
  example: Record<string, unknown>;
}
