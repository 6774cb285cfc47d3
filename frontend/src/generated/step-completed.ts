// Generated from contracts/schema/event/step-completed.v1.schema.json by "npm run contracts:generate". Do not edit.

/**
 * A worker's answer.
 */
export interface StepCompleted {
  /**
   * The execution.
   */
  executionId: string;
  /**
   * The step run: the node and, in brackets, the iterations of the loops around it.
   */
  stepRunId: string;
  /**
   * The attempt, from 1.
   */
  attempt: number;
  /**
   * How it went.
   */
  outcome: Succeeded | Failed | Continue | Running;
  /**
   * When it began.
   */
  startedAt: string;
  /**
   * When it ended.
   */
  finishedAt: string;
  /**
   * The process that ran it.
   */
  worker: string;
  usage?: Usage;
}
/**
 * The step is done.
 */
export interface Succeeded {
  kind: 'SUCCEEDED';
  /**
   * The output.
   */
  output?: unknown;
  /**
   * The handles fired.
   */
  handles?: string[];
}
/**
 * The attempt failed.
 */
export interface Failed {
  kind: 'FAILED';
  error: StepError;
}
/**
 * Why an attempt failed.
 */
export interface StepError {
  /**
   * Such as ai.rate-limited.
   */
  code: string;
  /**
   * A sentence.
   */
  message: string;
  /**
   * Whether another attempt may go better.
   */
  retryable: boolean;
  /**
   * The shortest wait that the other side asked for.
   */
  retryAfter?: string;
  /**
   * More about it.
   */
  details?: unknown;
}
/**
 * Other steps first.
 */
export interface Continue {
  kind: 'CONTINUE';
  /**
   * Handed back with the next request.
   */
  state?: unknown;
  /**
   * The steps to run first.
   */
  calls: {
    /**
     * Chosen by the worker.
     */
    id: string;
    /**
     * The step type.
     */
    type: string;
    /**
     * Its config.
     */
    config: Record<string, unknown>;
  }[];
}
/**
 * Still going on; extends the lease.
 */
export interface Running {
  kind: 'RUNNING';
  /**
   * Nothing will come before this time; the lease lasts beyond it.
   */
  until?: string;
  /**
   * Why it waits: a sentence for people.
   */
  reason?: string;
}
/**
 * What an attempt used of a model.
 */
export interface Usage {
  /**
   * The model.
   */
  model?: string;
  /**
   * Tokens in.
   */
  promptTokens: number;
  /**
   * Tokens out.
   */
  completionTokens: number;
  /**
   * In US dollars.
   */
  cost?: number;
}
