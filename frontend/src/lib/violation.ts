/** One thing that is wrong with what was sent, or is about to be. */
export interface Violation {
  /** JSON Pointer into the value. */
  pointer: string;
  code: string;
  message: string;
}
