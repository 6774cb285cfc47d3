import { expect, it } from 'vitest';
import {
  closingInWords,
  dueInWords,
  factsOf,
  holderInWords,
  valueInWords,
} from '@/features/inbox/model/words';
import { aTask } from '@/test/samples';

const NOW = Date.parse('2026-05-01T14:00:00Z');

it('a task is due, overdue, or never', () => {
  expect(dueInWords({ dueAt: '2026-05-01T15:30:00Z' }, NOW)).toEqual({
    text: 'Due in 2 hours',
    isOverdue: false,
  });
  expect(dueInWords({ dueAt: '2026-05-01T12:00:00Z', expiresAt: '2026-05-02T12:00:00Z' }, NOW)).toEqual({
    text: 'Overdue by 2 hours',
    isOverdue: true,
  });
  expect(dueInWords({}, NOW)).toBeNull();
});

it.each([
  [8_700, 'Due in less than a minute'],
  [60_000, 'Due in 1 minute'],
  [59 * 60_000 + 40_000, 'Due in 1 hour'],
  [36 * 3_600_000, 'Due in 36 hours'],
  [73 * 3_600_000, 'Due in 3 days'],
])('what is due in %i ms is told as a person would', (left, text) => {
  expect(dueInWords({ dueAt: new Date(NOW + left).toISOString() }, NOW)?.text).toBe(text);
});

it('who has it is a person, else a role', () => {
  const task = { role: 'SALES_MANAGER' };

  expect(holderInWords(task)).toBe('Sales manager');
  expect(holderInWords({ ...task, escalatedTo: 'BOSS' })).toBe('Sales manager or Boss');
  expect(holderInWords({ ...task, assignee: 'kim@example.test' })).toBe('kim@example.test');
  expect(holderInWords({ ...task, claim: { by: 'u1', name: 'Kim', at: '' } })).toBe('Kim');
});

it('a context is told in words, its branches apart', () => {
  const { plain, nested } = factsOf({
    listPrice: 21000.5,
    inStock: true,
    colours: ['red', 'blue'],
    nothing: null,
    customer: { name: 'Ada' },
  });

  expect(plain.map(({ label, value }) => `${label}: ${valueInWords(value)}`)).toEqual([
    'List price: 21,000.5',
    'In stock: Yes',
    'Colours: red, blue',
  ]);
  expect(nested.map(({ label }) => label)).toEqual(['Customer']);
});

it('a closed task says how it has ended', () => {
  const at = '2026-05-01T13:55:00Z';

  expect(
    closingInWords(aTask({ state: 'DONE', closing: { at, outcome: 'REJECTED', name: 'Kim' } }), NOW),
  ).toBe('Rejected by Kim 5 minutes ago.');
  expect(closingInWords(aTask({ state: 'EXPIRED', closing: { at } }), NOW)).toMatch(
    /^Nobody answered in time/,
  );
  expect(closingInWords(aTask({ state: 'CANCELLED', closing: { at } }), NOW)).toMatch(/^Not needed any more/);
});
