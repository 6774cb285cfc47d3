// Generated from contracts/schema/event/recall.published.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * A manufacturer published a recall campaign.
 */
export interface RecallPublished {
  /**
   * The campaign.
   */
  campaignNumber: string;
  /**
   * Who published it.
   */
  manufacturer: string;
  /**
   * What is affected.
   */
  component?: string;
  /**
   * What is wrong.
   */
  summary: string;
  /**
   * What can happen.
   */
  consequence?: string;
  /**
   * What will be done.
   */
  remedy?: string;
  /**
   * Do not drive.
   */
  parkIt?: boolean;
  /**
   * Do not park inside.
   */
  parkOutside?: boolean;
  /**
   * Mended by a download.
   */
  overTheAir?: boolean;
  /**
   * When.
   */
  reportedOn?: string;
  /**
   * Which vehicles may be affected.
   */
  affected:
    | {
        /**
         * VINs.
         *
         * @minItems 1
         */
        vins: [string, ...string[]];
      }
    | {
        /**
         * Make.
         */
        make: string;
        /**
         * Model.
         */
        model: string;
        /**
         * Model years.
         *
         * @minItems 1
         */
        years: [number, ...number[]];
      };
  /**
   * Whether it can be mended yet.
   */
  remedyAvailable?: boolean;
  /**
   * Grows with each event about the same thing, to tell an older one.
   */
  aggregateversion?: number;
}
