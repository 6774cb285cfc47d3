const WHEN = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});
const EXACT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'medium' });
const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' });
const HOUR = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'UTC' });
const CLOCK = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', second: '2-digit' });
const PRECISE = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** "820 ms", "3.4 s", "2 min 5 s", "1 h 3 min", "2 d 4 h". */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 60_000) return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`;
  const seconds = Math.floor(ms / 1000);
  if (seconds < 3600) return pair(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  if (seconds < 86_400)
    return pair(Math.floor(seconds / 3600), 'h', Math.floor((seconds % 3600) / 60), 'min');
  return pair(Math.floor(seconds / 86_400), 'd', Math.floor((seconds % 86_400) / 3600), 'h');
}

/** As a person would say it: "less than a minute", "9 minutes", "2 hours", "3 days". */
export function roughly(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return amount(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? amount(hours, 'hour') : amount(Math.round(hours / 24), 'day');
}

function amount(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function pair(big: number, bigUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;
}

/** "just now", "5 minutes ago", "3 hours ago", then the date. */
export function ago(iso: string, now: number): string {
  const seconds = Math.round((now - Date.parse(iso)) / 1000);
  if (seconds < 10) return 'just now';
  if (seconds < 60) return `${seconds} seconds ago`;
  if (seconds < 3600) return counted(Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return counted(Math.floor(seconds / 3600), 'hour');
  return WHEN.format(Date.parse(iso));
}

function counted(count: number, unit: string): string {
  return `${amount(count, unit)} ago`;
}

export function exactTime(iso: string): string {
  return EXACT.format(Date.parse(iso));
}

/** "May 2, 2:05:09.123 PM", for what follows in thousandths of a second. */
export function preciseTime(iso: string): string {
  return PRECISE.format(Date.parse(iso));
}

/** "May 2, 2026". */
export function day(iso: string): string {
  return DAY.format(Date.parse(iso));
}

/** A time of day of the settings: "20:00" is "8:00 PM". */
export function clockInWords(time: string): string {
  return HOUR.format(Date.parse(`1970-01-01T${time.slice(0, 5)}:00Z`));
}

/** "Mar 8, 8:30 AM EST": on the clock of that zone, which it names. */
export function timeInZone(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(Date.parse(iso));
}

export function clockTime(iso: string): string {
  return CLOCK.format(Date.parse(iso));
}

const UNITS: [RegExp, string][] = [
  [/(\d+)W/, 'week'],
  [/(\d+)D/, 'day'],
  [/T.*?(\d+)H/, 'hour'],
  [/T.*?(\d+)M/, 'minute'],
  [/T.*?([\d.]+)S/, 'second'],
];

/** An ISO-8601 duration in words: "PT1H30M" is "1 hour 30 minutes"; text that is none is returned as it is. */
export function durationInWords(iso: string): string {
  if (!/^P(?=.)/.test(iso)) return iso;
  const words = UNITS.flatMap(([pattern, unit]) => {
    const amount = pattern.exec(iso)?.[1];
    return amount === undefined ? [] : [`${amount} ${unit}${amount === '1' ? '' : 's'}`];
  });
  return words.length === 0 ? iso : words.join(' ');
}
