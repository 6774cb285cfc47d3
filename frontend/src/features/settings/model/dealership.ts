import type { Department, DealershipSettings, Hours, Weekday } from '@/lib/settings-types';

export const DEPARTMENTS: Department[] = ['SALES', 'SERVICE', 'PARTS'];

export const WEEK: { day: Weekday; name: string }[] = [
  { day: 'MON', name: 'Monday' },
  { day: 'TUE', name: 'Tuesday' },
  { day: 'WED', name: 'Wednesday' },
  { day: 'THU', name: 'Thursday' },
  { day: 'FRI', name: 'Friday' },
  { day: 'SAT', name: 'Saturday' },
  { day: 'SUN', name: 'Sunday' },
];

type Days = NonNullable<DealershipSettings['hours'][Department]>;

/** The part of the settings that the form of the dealership edits. */
export type DealershipForm = Required<
  Pick<
    DealershipSettings,
    'name' | 'phone' | 'address' | 'timeZone' | 'hours' | 'quietHours' | 'dailyContactCap'
  >
>;

export function formOf(settings: DealershipSettings): DealershipForm {
  return {
    name: settings.name,
    phone: settings.phone ?? null,
    address: settings.address ?? null,
    timeZone: settings.timeZone,
    hours: settings.hours,
    quietHours: settings.quietHours ?? null,
    dailyContactCap: settings.dailyContactCap ?? null,
  };
}

/** What is wrong with the form, by the place of the field. */
export function mistakesIn(form: DealershipForm): Record<string, string> {
  const found: Record<string, string> = {};
  if (form.name.trim() === '') found['/name'] = 'Enter the name of the dealership.';
  if (form.phone !== null && !/^[+()\d\s.x-]{5,40}$/.test(form.phone))
    found['/phone'] = 'Enter a phone number, such as +1 315 555 0100.';
  const cap = form.dailyContactCap;
  if (cap !== null && !(Number.isInteger(cap) && cap >= 0 && cap <= 50))
    found['/dailyContactCap'] = 'Enter a whole number from 0 to 50.';
  if (form.quietHours && (form.quietHours.from === '' || form.quietHours.to === ''))
    found['/quietHours'] = 'Enter both times.';
  for (const department of DEPARTMENTS)
    for (const { day } of WEEK) {
      const wrong = wrongWith(form.hours[department]?.[day]);
      if (wrong) found[`/hours/${department}/${day}/close`] = wrong;
    }
  return found;
}

function wrongWith(hours: Hours | undefined): string | null {
  if (hours === undefined) return null;
  if (hours.open === '' || hours.close === '') return 'Enter both times.';
  return hours.close > hours.open ? null : `Enter a time after ${hours.open}.`;
}

/** The hours with one day changed; without hours it is a day off. */
export function withDay(
  hours: DealershipSettings['hours'],
  department: Department,
  day: Weekday,
  next: Hours | null,
): DealershipSettings['hours'] {
  const days = { ...hours[department] };
  if (next === null) return { ...hours, [department]: without(days, day) };
  return { ...hours, [department]: { ...days, [day]: next } };
}

function without(days: Days, day: Weekday): Days {
  return Object.fromEntries(Object.entries(days).filter(([name]) => name !== day));
}
