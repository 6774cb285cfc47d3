// Generated from contracts/schema/event/settings-changed.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * A setting has a new value.
 */
export interface SettingsChanged {
  /**
   * Which, such as dealership.
   */
  setting: string;
  /**
   * The new value.
   */
  value?: unknown;
}
