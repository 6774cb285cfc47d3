import { NavLink } from 'react-router';
import { cx } from '@/lib/cx';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

/** Between the pages about events. */
export function EventsNav() {
  const user = useUser();
  const places = [
    { to: '/event-types', label: 'Catalogue' },
    { to: '/live-events', label: 'Live' },
    { to: '/dead-letters', label: 'Dead letters' },
    ...(may(user, 'build') ? [{ to: '/webhooks', label: 'Webhooks' }] : []),
  ];
  return (
    <nav aria-label="Events" className="-mt-1 flex gap-4 overflow-x-auto border-b">
      {places.map(({ to, label }) => (
        <NavLink
          key={to}
          to={to}
          className={({ isActive }) =>
            cx(
              '-mb-px flex h-9 items-center border-b-2 px-0.5 font-medium whitespace-nowrap transition-colors',
              isActive ? 'border-accent-ink text-ink' : 'border-transparent text-ink-faint hover:text-ink',
            )
          }
        >
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
