import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mistakesInCredential, valueOf } from '@/features/settings/model/credentials';
import { formOf, mistakesIn, withDay } from '@/features/settings/model/dealership';
import { dayInWords, federalHolidays, merged } from '@/features/settings/model/holidays';
import { groupsOf, isLastAdministrator, mistakesInUser } from '@/features/settings/model/users';
import type { ManagedUser } from '@/lib/settings-types';

const store = formOf({ name: 'Lakeside', timeZone: 'America/New_York', hours: {} });

describe('holidays', () => {
  it('those of 2026 are on the days on which they are kept', () => {
    expect(federalHolidays(2026).map(({ date }) => date)).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ]);
  });

  it('none of any year is on a weekend', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), (year) =>
        federalHolidays(year).every(({ date }) => ![0, 6].includes(new Date(date).getUTCDay())),
      ),
    );
  });

  it('a day that is there already keeps its name', () => {
    const kept = [{ date: '2026-12-25', name: 'Closed for Christmas' }];

    const all = merged(kept, federalHolidays(2026));

    expect(all).toHaveLength(11);
    expect(all.at(-1)).toEqual(kept[0]);
    expect(dayInWords('2026-12-25')).toBe('Fri, Dec 25, 2026');
  });
});

describe('the dealership', () => {
  it('closes after it opens', () => {
    const hours = withDay({}, 'SALES', 'MON', { open: '18:00', close: '09:00' });

    expect(mistakesIn({ ...store, hours })).toEqual({
      '/hours/SALES/MON/close': 'Enter a time after 18:00.',
    });
    expect(withDay(hours, 'SALES', 'MON', null)).toEqual({ SALES: {} });
  });

  it('has a name, and a phone number that is one', () => {
    expect(Object.keys(mistakesIn({ ...store, name: ' ', phone: 'call us' }))).toEqual(['/name', '/phone']);
  });
});

describe('users', () => {
  const ana: ManagedUser = {
    id: 'u1',
    email: 'ana@example.test',
    name: 'Ana Ruiz',
    roles: ['ADMIN'],
    groups: [],
    isActive: true,
    mustChangePassword: false,
    createdAt: '2026-05-01T14:00:00Z',
    lastSignInAt: null,
  };

  it('the last active administrator is known', () => {
    const bo = { ...ana, id: 'u2', email: 'bo@example.test' };

    expect(isLastAdministrator(ana, [ana, { ...bo, isActive: false }])).toBe(true);
    expect(isLastAdministrator(ana, [ana, bo])).toBe(false);
  });

  it('groups are read from what is typed, and checked', () => {
    expect(groupsOf('BDC, SALES_MANAGER  BDC')).toEqual(['BDC', 'SALES_MANAGER']);
    expect(mistakesInUser({ ...ana, groups: ['1A'] })).toHaveProperty('/groups');
  });
});

describe('credentials', () => {
  it('each part that is missing or wrong is named', () => {
    const form = {
      name: '1crm',
      description: '',
      type: 'API_KEY' as const,
      parts: { header: 'X Api', value: 'abc' },
    };

    expect(Object.keys(mistakesInCredential(form, []))).toEqual(['/name', '/value/header', '/value/value']);
  });

  it('only the parts of its kind are sent', () => {
    expect(valueOf({ type: 'BEARER', parts: { token: 'secret', header: 'X-Key' } })).toEqual({
      type: 'BEARER',
      token: 'secret',
    });
  });
});
