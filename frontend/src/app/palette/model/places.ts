import type { User } from '@/lib/api-types';
import { may } from '@/lib/roles';

export interface Place {
  to: string;
  label: string;
  /** Other words that people may look for. */
  words?: string;
}

const PLACES: Place[] = [
  { to: '/', label: 'Home', words: 'start overview' },
  { to: '/inbox', label: 'Inbox', words: 'approvals tasks' },
  { to: '/workflows', label: 'Workflows', words: 'automations' },
  { to: '/templates', label: 'Templates', words: 'gallery' },
  { to: '/executions', label: 'Executions', words: 'history runs' },
  { to: '/journeys', label: 'Follow one vehicle or customer', words: 'journey vin ro' },
  { to: '/dashboard', label: 'Dashboard', words: 'charts numbers errors' },
  { to: '/schedules', label: 'Schedules', words: 'cron' },
  { to: '/outbox', label: 'Outbox', words: 'messages sms email' },
  { to: '/outbox/texts', label: 'Stored texts', words: 'messages templates wording' },
  {
    to: '/outbox/consents',
    label: 'Consents',
    words: 'stop opt out unsubscribe permission tcpa do not contact',
  },
  { to: '/outbox/suppressions', label: 'Blocked addresses', words: 'suppression list bounce undeliverable' },
  { to: '/leads', label: 'Leads received', words: 'adf' },
  { to: '/event-types', label: 'Event types', words: 'catalogue schema' },
  { to: '/live-events', label: 'Live events', words: 'tail stream' },
  { to: '/dead-letters', label: 'Dead letters', words: 'failed records replay poison' },
  { to: '/ai/prompts', label: 'AI: prompts', words: 'test bench versions' },
  { to: '/ai/usage', label: 'AI: usage and budgets', words: 'tokens cost' },
  { to: '/ai/calls', label: 'AI: calls', words: 'log answers' },
  { to: '/ai/models', label: 'AI: models', words: 'providers' },
];

const BUILDING: Place[] = [{ to: '/webhooks', label: 'Webhooks', words: 'address' }];

const ADMINISTRATING: Place[] = [
  { to: '/settings/dealership', label: 'Settings: dealership', words: 'hours phone quiet time zone' },
  { to: '/settings/holidays', label: 'Settings: holidays', words: 'calendar closed' },
  { to: '/settings/users', label: 'Settings: users and roles', words: 'people invite groups' },
  { to: '/settings/service-accounts', label: 'Settings: service accounts', words: 'api secret token' },
  { to: '/settings/credentials', label: 'Settings: credentials', words: 'password key oauth' },
  { to: '/settings/allowed-hosts', label: 'Settings: allowed hosts', words: 'http' },
  { to: '/settings/step-types', label: 'Settings: step types', words: 'worker external' },
  { to: '/settings/retention', label: 'Settings: retention', words: 'delete keep privacy months' },
  { to: '/settings/audit-log', label: 'Settings: audit log', words: 'changes who' },
];

/** The pages that this person may open. */
export function placesFor(user: User | null): Place[] {
  return [
    ...PLACES,
    ...(may(user, 'build') ? BUILDING : []),
    ...(may(user, 'administer') ? ADMINISTRATING : []),
  ];
}

export function matches({ label, words = '' }: Pick<Place, 'label' | 'words'>, query: string): boolean {
  const text = `${label} ${words}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
