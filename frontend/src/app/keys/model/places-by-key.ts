/** Where G and then a key lead. */
export const PLACES_BY_KEY: Record<string, { to: string; label: string } | undefined> = {
  h: { to: '/', label: 'Home' },
  i: { to: '/inbox', label: 'Inbox' },
  w: { to: '/workflows', label: 'Workflows' },
  t: { to: '/templates', label: 'Templates' },
  e: { to: '/executions', label: 'Executions' },
  d: { to: '/dashboard', label: 'Dashboard' },
  l: { to: '/leads', label: 'Leads received' },
  o: { to: '/outbox', label: 'Outbox' },
};
