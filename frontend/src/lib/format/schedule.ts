import cronstrue from 'cronstrue';
import { durationInWords } from '@/lib/format/time';

interface Rhythm {
  cron?: string | null;
  every?: string | null;
}

/** "Every 1 hour" or "At 8:30 AM, Monday through Friday"; an expression that cannot be read stays as it is. */
export function scheduleInWords({ cron, every }: Rhythm): string {
  if (every) return `Every ${durationInWords(every)}`;
  return cron ? cronInWords(cron) : 'On a schedule';
}

function cronInWords(cron: string): string {
  try {
    // Day of month and day of week must both fit, other than on Unix.
    return cronstrue.toString(cron, { verbose: true, logicalAndDayFields: true, trimHoursLeadingZero: true });
  } catch {
    return cron;
  }
}
