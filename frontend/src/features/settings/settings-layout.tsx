import { useEffect, useRef } from 'react';
import { Lock } from 'lucide-react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Card, Page } from '@/components/ui/page';
import { cx } from '@/lib/cx';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

const GROUPS = [
  {
    label: 'The store',
    places: [
      { to: 'dealership', label: 'Dealership' },
      { to: 'holidays', label: 'Holidays' },
    ],
  },
  {
    label: 'Access',
    places: [
      { to: 'users', label: 'Users and roles' },
      { to: 'service-accounts', label: 'Service accounts' },
    ],
  },
  {
    label: 'Connections',
    places: [
      { to: 'credentials', label: 'Credentials' },
      { to: 'allowed-hosts', label: 'Allowed hosts' },
      { to: 'step-types', label: 'Step types' },
    ],
  },
  {
    label: 'Records',
    places: [
      { to: 'retention', label: 'Retention' },
      { to: 'audit-log', label: 'Audit log' },
    ],
  },
];

export function Component() {
  const user = useUser();
  if (!may(user, 'administer')) {
    return (
      <Page title="Settings">
        <Card>
          <EmptyState
            icon={Lock}
            title="Settings are for administrators"
            action={
              <Button asChild>
                <NavLink to="/workflows">Go to Workflows</NavLink>
              </Button>
            }
          >
            Ask an administrator of your dealership if something has to change here.
          </EmptyState>
        </Card>
      </Page>
    );
  }
  return (
    <div className="mx-auto w-full max-w-360 lg:flex lg:pl-4">
      <SettingsNav />
      <div className="min-w-0 flex-1">
        <Outlet />
      </div>
    </div>
  );
}

/** Beside the page where there is room, above it where there is none. */
function SettingsNav() {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();

  useEffect(() => {
    // Above the page it is wider than a narrow screen, and the place where one is may be out of sight.
    const here = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (here && nav.current) nav.current.scrollLeft = here.offsetLeft - nav.current.clientWidth / 3;
  }, [pathname]);

  return (
    <nav
      ref={nav}
      aria-label="Settings"
      className="relative flex gap-1 overflow-x-auto border-b px-4 py-2 sm:px-6 lg:sticky lg:top-0 lg:h-dvh lg:w-48 lg:shrink-0 lg:flex-col lg:gap-4 lg:overflow-x-visible lg:border-b-0 lg:px-2 lg:py-6"
    >
      {GROUPS.map((group) => (
        <div key={group.label} className="flex gap-1 lg:flex-col lg:gap-0.5">
          <p className="hidden px-2 pb-1 text-sm text-ink-faint lg:block">{group.label}</p>
          {group.places.map(({ to, label }) => (
            <NavLink
              key={to}
              to={to}
              className={({ isActive }) =>
                cx(
                  'flex h-8 items-center rounded-md px-2 font-medium whitespace-nowrap transition-colors',
                  isActive ? 'bg-accent-soft text-accent-ink' : 'text-ink-soft hover:bg-hover hover:text-ink',
                )
              }
            >
              {label}
            </NavLink>
          ))}
        </div>
      ))}
    </nav>
  );
}
