/** How long history may be kept, in days; null is as the installation is configured. */
export const PERIODS = [
  { days: null, label: 'As installed, usually two years' },
  { days: 92, label: 'Three months' },
  { days: 183, label: 'Six months' },
  { days: 366, label: 'One year' },
  { days: 1096, label: 'Three years' },
  { days: 2557, label: 'Seven years' },
] as const;

const INSTALLED_DAYS = 730;

/** Whether less is kept than before, so that something is deleted. */
export const isShorter = (before: number | null, after: number | null) =>
  (after ?? INSTALLED_DAYS) < (before ?? INSTALLED_DAYS);

/** The choices, with the kept one among them whatever it is. */
export function periodsWith(days: number | null): { days: number | null; label: string }[] {
  return PERIODS.some((period) => period.days === days)
    ? [...PERIODS]
    : [...PERIODS, { days, label: `${days} days` }];
}

/** What else is kept, and for how long unless whoever runs the installation has changed it. */
export const OTHERS = [
  { what: 'Requests to AI models, without personal data', howLong: '90 days' },
  { what: 'Dead letters and what the services say to each other', howLong: '30 days at most' },
  { what: 'The audit log', howLong: 'Five years' },
] as const;
