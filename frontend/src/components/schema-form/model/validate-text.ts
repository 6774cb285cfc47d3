import type { JsonObject } from '@/lib/json';

const FORMATS: Record<string, { test: (text: string) => boolean; message: string }> = {
  email: {
    test: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
    message: 'Enter an email address, like ana@example.com.',
  },
  uri: { test: (text) => URL.canParse(text), message: 'Enter a full address, like https://example.com.' },
  date: {
    test: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDate(text),
    message: 'Enter a date, like 2026-03-14.',
  },
  'date-time': { test: isDate, message: 'Enter a date and a time.' },
  time: {
    test: (text) => /^\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.test(text),
    message: 'Enter a time, like 14:30.',
  },
  uuid: { test: (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text), message: 'Enter a UUID.' },
  duration: {
    test: (text) => /^P(?=.)(\d+W|(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)$/.test(text),
    message: 'Enter a duration, like 15 minutes.',
  },
};

/** What is wrong with a text by its schema, in a sentence; null when nothing is. */
export function textViolation(schema: JsonObject, text: string): string | null {
  const { minLength, maxLength, pattern, format } = schema;
  if (typeof minLength === 'number' && text.length < minLength) {
    return minLength === 1 ? 'This must not be empty.' : `At least ${minLength} characters are needed.`;
  }
  if (typeof maxLength === 'number' && text.length > maxLength)
    return `At most ${maxLength} characters are allowed.`;
  if (typeof pattern === 'string' && !matches(pattern, text)) return 'This is not in the expected form.';
  const known = typeof format === 'string' ? FORMATS[format] : undefined;
  return known === undefined || known.test(text) ? null : known.message;
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    // A pattern that this browser cannot read is left to the server.
    return true;
  }
}

function isDate(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}
