export const UNITS = ['seconds', 'minutes', 'hours', 'days'] as const;
export type Unit = (typeof UNITS)[number];

export interface Span {
  amount: number | null;
  unit: Unit;
}

const SIMPLE: [RegExp, Unit, number][] = [
  [/^PT(\d+)S$/, 'seconds', 1],
  [/^PT(\d+)M$/, 'minutes', 1],
  [/^PT(\d+)H$/, 'hours', 1],
  [/^P(\d+)D$/, 'days', 1],
  [/^P(\d+)W$/, 'days', 7],
];

/** An ISO-8601 duration of one unit as amount and unit; null for one that mixes units. */
export function spanOf(iso: string): Span | null {
  for (const [pattern, unit, factor] of SIMPLE) {
    const amount = pattern.exec(iso)?.[1];
    if (amount !== undefined) return { amount: Number(amount) * factor, unit };
  }
  return null;
}

export function isoOf({ amount, unit }: Span): string | undefined {
  if (amount === null || !Number.isInteger(amount) || amount < 0) return undefined;
  if (unit === 'days') return `P${amount}D`;
  return `PT${amount}${unit.charAt(0).toUpperCase()}`;
}
