import { duration } from '@/lib/format/time';

/** The look of all charts, in the tokens of the theme. */
export const axis = {
  stroke: 'var(--line-strong)',
  tick: { fill: 'var(--ink-faint)', fontSize: 11 },
  tickLine: false,
};

export const grid = { stroke: 'var(--line)', vertical: false };

export const tooltip = {
  isAnimationActive: false,
  contentStyle: {
    background: 'var(--surface)',
    border: '1px solid var(--line)',
    borderRadius: 8,
    color: 'var(--ink)',
    fontSize: 12,
  },
  labelStyle: { color: 'var(--ink-soft)' },
};

export const inTime = (ms: unknown) => (typeof ms === 'number' ? duration(ms) : '—');
