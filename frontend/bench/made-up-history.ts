/** What infra/bench/history.sql makes up, as requests ask for it. */
const MONTHS = 'from=2001-01-01T00:00:00Z&to=2001-05-01T00:00:00Z';

export const HISTORY = {
  months: MONTHS,
  threeMonths: 'from=2001-01-01T00:00:00Z&to=2001-04-01T00:00:00Z',
  day: 'from=2001-02-10T00:00:00Z&to=2001-02-11T00:00:00Z',
  endedHour: 'endedFrom=2001-02-10T15:00:00Z&endedTo=2001-02-10T16:00:00Z',
  /** Of half of the executions. */
  workflow: '00000000-0000-4000-8000-000000000000',
  /** Of a fortieth of them. */
  rareWorkflow: '00000000-0000-4000-8000-000000000007',
  /** Where the list of the executions shows it, and nothing else. */
  list: `/executions?time=range&${MONTHS}`,
};
