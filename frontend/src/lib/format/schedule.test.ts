import { expect, it } from 'vitest';
import { scheduleInWords } from '@/lib/format/schedule';

it.each([
  [{ cron: '30 8 * * *' }, 'At 8:30 AM, every day'],
  [{ cron: '0 30 17 * * MON-FRI' }, 'At 5:30 PM, Monday through Friday'],
  [{ cron: '0 9 1 * MON' }, 'At 9:00 AM, on day 1 of the month, only on Monday'],
  [{ cron: 'at noon' }, 'at noon'],
  [{ every: 'PT1H' }, 'Every 1 hour'],
  [{}, 'On a schedule'],
])('says when %o starts', (rhythm, words) => {
  expect(scheduleInWords(rhythm)).toBe(words);
});
