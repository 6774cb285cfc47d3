// Generated from contracts/schema/event/step-type-registered.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * An external step type is there or has changed; a tombstone says that it is gone.
 */
export interface StepTypeRegistered {
  /**
   * The type.
   */
  type: string;
  /**
   * Category.
   */
  category: string;
  /**
   * Title.
   */
  title: string;
  /**
   * Description.
   */
  description: string;
  /**
   * Name of a Lucide icon.
   */
  icon: string;
  /**
   * Pool that runs it.
   */
  worker: string;
  /**
   * JSON Schema of the config.
   */
  configSchema: Record<string, unknown>;
  /**
   * JSON Schema of the output.
   */
  outputSchema: Record<string, unknown>;
  /**
   * Handles.
   */
  handles: string[];
  /**
   * Where the config names further handles.
   */
  dynamicHandles?: string;
  /**
   * A config.
   */
  example: Record<string, unknown>;
  /**
   * Whether it can be executed.
   */
  available: boolean;
}
