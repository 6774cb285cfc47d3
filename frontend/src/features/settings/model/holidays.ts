import type { Holiday } from '@/lib/settings-types';

/** The holidays of the United States in a year, each on the day on which it is kept. */
export function federalHolidays(year: number): Holiday[] {
  const named: [string, Date][] = [
    ['New Year’s Day', observed(year, 1, 1)],
    ['Martin Luther King Jr. Day', nth(year, 1, 1, 3)],
    ['Presidents’ Day', nth(year, 2, 1, 3)],
    ['Memorial Day', last(year, 5, 1)],
    ['Juneteenth', observed(year, 6, 19)],
    ['Independence Day', observed(year, 7, 4)],
    ['Labor Day', nth(year, 9, 1, 1)],
    ['Columbus Day', nth(year, 10, 1, 2)],
    ['Veterans Day', observed(year, 11, 11)],
    ['Thanksgiving', nth(year, 11, 4, 4)],
    ['Christmas Day', observed(year, 12, 25)],
  ];
  return named.map(([name, date]) => ({ date: date.toISOString().slice(0, 10), name }));
}

const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date));

/** On a Saturday it is kept the day before, on a Sunday the day after. */
function observed(year: number, month: number, date: number): Date {
  const shift = { 6: -1, 0: 1 }[day(year, month, date).getUTCDay()] ?? 0;
  return day(year, month, date + shift);
}

/** The n-th such weekday (Sunday is 0) of a month. */
function nth(year: number, month: number, weekday: number, n: number): Date {
  const first = day(year, month, 1).getUTCDay();
  return day(year, month, 1 + ((weekday - first + 7) % 7) + (n - 1) * 7);
}

function last(year: number, month: number, weekday: number): Date {
  const end = day(year, month + 1, 0);
  return day(year, month, end.getUTCDate() - ((end.getUTCDay() - weekday + 7) % 7));
}

/** Both lists by date; a day that is in the first stays as it is there. */
export function merged(kept: Holiday[], added: Holiday[]): Holiday[] {
  const known = new Set(kept.map((holiday) => holiday.date));
  return byDate([...kept, ...added.filter((holiday) => !known.has(holiday.date))]);
}

export function byDate(holidays: Holiday[]): Holiday[] {
  return [...holidays].sort((one, other) => one.date.localeCompare(other.date));
}

const LONG = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "Fri, Dec 25, 2026". */
export function dayInWords(date: string): string {
  return LONG.format(Date.parse(date));
}
