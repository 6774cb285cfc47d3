// Generated from contracts/schema/event/ai.budget-warning.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * Four fifths of an AI budget are used.
 */
export interface AiBudgetWarning {
  /**
   * The workflow whose budget it is; absent: that of all workflows.
   */
  workflowId?: string;
  /**
   * What the budget is for.
   */
  period: 'DAY' | 'MONTH';
  /**
   * The first day of the period, in the dealership's time zone.
   */
  startsOn: string;
  /**
   * What the calls of the period may cost, in US dollars.
   */
  maxCost?: number;
  /**
   * How many calls the period may have.
   */
  maxCalls?: number;
  /**
   * What they cost so far, in US dollars, with what is set aside for calls that are going on.
   */
  cost: number;
  /**
   * How many calls there were so far.
   */
  calls: number;
  /**
   * When.
   */
  at: string;
}
