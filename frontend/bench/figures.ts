import { test } from '@playwright/test';

export interface Figure {
  /** The part of the user interface that it tells of. */
  part: string;
  what: string;
  /** The median where something was done many times. */
  value: number;
  p95?: number;
  unit: 'ms' | 'frames/s' | 'executions';
  aim?: string;
}

/** Under this name the reporter finds the figures among the annotations of a test. */
export const FIGURE = 'figure';

/** Puts a figure into the table that is printed when all have been taken. */
export function tell(figure: Figure): void {
  test.info().annotations.push({ type: FIGURE, description: JSON.stringify(figure) });
}

/** The value that the given share of the values does not exceed. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
