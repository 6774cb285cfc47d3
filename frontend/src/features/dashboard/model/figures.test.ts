import { describe, expect, it } from 'vitest';
import { behind, changeOf, partInWords, pointsOf, successRate } from '@/features/dashboard/model/figures';
import { query } from '@/features/dashboard/model/range';

describe('figures', () => {
  it('compare with the range before', () => {
    expect(changeOf(112, 100, 'more')).toEqual({ text: '+12 %', better: null });
    expect(changeOf(80, 100, 'worse')).toEqual({ text: '−20 %', better: true });
    expect(changeOf(80, 100, 'better')).toEqual({ text: '−20 %', better: false });
    expect(changeOf(100, 100, 'worse')).toEqual({ text: 'as before', better: null });
    expect(changeOf(5, 0, 'more')).toBeNull();
    expect(pointsOf(0.95, 0.98)).toEqual({ text: '−3 points', better: false });
    expect(pointsOf(null, 0.98)).toBeNull();
  });

  it('count success among what completed or failed', () => {
    expect(successRate({ completed: 3, failed: 1, cancelled: 9 })).toBe(0.75);
    expect(successRate({ completed: 0, failed: 0, cancelled: 9 })).toBeNull();
  });

  it('name hours and days by the clock of the dealership', () => {
    expect(partInWords('2026-03-09T04:00:00Z', 'America/Toronto', 'DAY', true)).toBe('Mon, Mar 9');
    expect(partInWords('2026-03-08T03:00:00Z', 'America/Toronto', 'HOUR')).toBe('10 PM');
  });

  it('lead to the executions behind them', () => {
    const part = { at: '2026-05-01T14:00:00Z', end: '2026-05-01T15:00:00Z' };
    expect(behind(part, 'w1', 'FAILED')).toBe(
      '/executions?time=ended&from=2026-05-01T14%3A00%3A00Z&to=2026-05-01T15%3A00%3A00Z&workflowId=w1&status=FAILED',
    );
  });
});

describe('the range that is asked for', () => {
  const none = { time: '', from: '', to: '', workflowId: '' };
  const now = Date.parse('2026-05-08T12:00:00Z');

  it('reaches until now', () => {
    expect(query({ ...none, time: '7d' }, now)).toEqual({
      from: '2026-05-01T12:00:00.000Z',
      to: '2026-05-08T12:00:00.000Z',
      workflowId: '',
    });
  });

  it('is the one that was chosen, as far as it was', () => {
    const chosen = { ...none, time: 'range', to: '2026-05-08T00:00:00Z' };
    expect(query(chosen, now)).toEqual({
      from: '2026-05-07T12:00:00.000Z',
      to: '2026-05-08T00:00:00Z',
      workflowId: '',
    });
  });
});
