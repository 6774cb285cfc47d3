import { expect, it } from 'vitest';
import { changeOf, formFor, mistakesIn } from '@/features/consents/model/record';
import { whoAt, whoIn } from '@/features/consents/model/who';

it.each([
  ['(514) 555-0100', { address: '+15145550100' }],
  ['1 514 555 0100', { address: '+15145550100' }],
  ['+44 20 7946 0958', { address: '+442079460958' }],
  [' Marie@Example.test ', { address: 'marie@example.test' }],
  ['p-77', { personId: 'p-77' }],
  ['12345', { personId: '12345' }],
  ['  ', null],
])('%j is read as what it is', (typed, who) => {
  expect(whoIn(typed)).toEqual(who);
});

it('an address of the page is brought to its one form, and nothing is nobody', () => {
  expect(whoAt(new URLSearchParams('personId=p-77&address=514-555-0100'))).toEqual({
    personId: 'p-77',
    address: '+15145550100',
  });
  expect(whoAt(new URLSearchParams('address='))).toBeNull();
});

it('a change is about the address only where the channel reaches it', () => {
  const who = { personId: 'p-77', address: '+15145550100' };
  const form = { ...formFor(who), source: ' Phone call ' };

  expect(changeOf(form, who)).toEqual({
    ...who,
    channel: 'SMS',
    purpose: null,
    state: 'REVOKED',
    source: 'Phone call',
    evidence: null,
    at: null,
  });
  expect(changeOf({ ...form, channel: 'EMAIL' }, who)).not.toHaveProperty('address');
});

it('a yes needs its words, and nobody has said anything in the future', () => {
  const form = { ...formFor({ address: 'marie@example.test' }), state: 'GRANTED' as const };
  const now = Date.parse('2026-05-01T14:00:00Z');

  expect(form.channel).toBe('EMAIL');
  expect(Object.keys(mistakesIn({ ...form, at: '2026-05-01T14:00:01Z' }, now))).toEqual([
    '/evidence',
    '/source',
    '/at',
  ]);
});
