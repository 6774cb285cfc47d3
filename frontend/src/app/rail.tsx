import { useQuery } from '@tanstack/react-query';
import {
  Activity,
  Bot,
  CalendarClock,
  ChartColumn,
  Contact,
  House,
  Inbox,
  LayoutTemplate,
  Radio,
  Route,
  Send,
  Settings,
  Workflow,
  type LucideIcon,
} from 'lucide-react';
import { Link, matchPath, useLocation } from 'react-router';
import { AccountMenu } from '@/app/account-menu';
import { PaletteButton } from '@/app/palette/command-palette';
import { ThemeMenu } from '@/app/theme-menu';
import { cx } from '@/lib/cx';
import { plural } from '@/lib/format/words';
import { queries } from '@/lib/queries';
import { may } from '@/lib/roles';
import { useLiveExecutions } from '@/lib/use-live-executions';
import { useUser } from '@/lib/use-session';

const INBOX = '/inbox';

interface Rung {
  to: string;
  label: string;
  icon: LucideIcon;
  /** Pages under this entry whose address begins otherwise. */
  also?: string[];
}

const PLACES: Rung[] = [
  { to: '/', label: 'Home', icon: House },
  { to: INBOX, label: 'Inbox', icon: Inbox },
  { to: '/workflows', label: 'Workflows', icon: Workflow },
  { to: '/templates', label: 'Templates', icon: LayoutTemplate },
  { to: '/executions', label: 'Executions', icon: Activity },
  { to: '/journeys', label: 'Journeys', icon: Route },
  { to: '/dashboard', label: 'Dashboard', icon: ChartColumn },
  { to: '/leads', label: 'Leads received', icon: Contact },
  { to: '/outbox', label: 'Outbox', icon: Send },
  { to: '/schedules', label: 'Schedules', icon: CalendarClock },
  {
    to: '/event-types',
    label: 'Events',
    icon: Radio,
    also: ['/live-events', '/dead-letters', '/webhooks'],
  },
  { to: '/ai', label: 'AI', icon: Bot },
];

const FOR_ADMINISTRATORS: Rung = { to: '/settings', label: 'Settings', icon: Settings };

/** What a narrow rail leaves to those who listen. */
const IF_WIDE = '@max-[8rem]:sr-only';

export function Brand() {
  return (
    <span className="flex items-center gap-2.5 font-semibold tracking-tight">
      <img src="/mark.svg" alt="" className="size-6" />
      <span className={IF_WIDE}>AutoMatrix</span>
    </span>
  );
}

export function Rail() {
  const places = may(useUser(), 'administer') ? [...PLACES, FOR_ADMINISTRATORS] : PLACES;
  const { pathname } = useLocation();
  return (
    <div className="@container flex h-full flex-col gap-4 p-3">
      <div className="px-2 pt-1.5 @max-[8rem]:px-1">
        <Brand />
      </div>
      <PaletteButton />
      <nav aria-label="Main" className="flex flex-1 flex-col gap-0.5">
        {places.map((place) => (
          <RungLink key={place.to} place={place} isHere={isUnder(place, pathname)} />
        ))}
      </nav>
      <div className="flex items-center gap-1 border-t pt-3 @max-[8rem]:flex-col">
        <AccountMenu />
        <ThemeMenu />
      </div>
    </div>
  );
}

function isUnder({ to, also = [] }: Rung, pathname: string): boolean {
  return [to, ...also].some((path) => matchPath({ path, end: path === '/' }, pathname) !== null);
}

function RungLink({ place: { to, label, icon: Icon }, isHere }: { place: Rung; isHere: boolean }) {
  return (
    <Link
      to={to}
      title={label}
      aria-current={isHere ? 'page' : undefined}
      className={cx(
        'relative flex h-8 items-center gap-2.5 rounded-md px-2 font-medium transition-colors',
        isHere ? 'bg-accent-soft text-accent-ink' : 'text-ink-soft hover:bg-hover hover:text-ink',
      )}
    >
      <Icon className="size-4 shrink-0" aria-hidden />
      <span className={IF_WIDE}>{label}</span>
      {to === INBOX && <OpenTasks />}
    </Link>
  );
}

/** A task comes and goes with a change of its execution; of many at once it is asked once. */
const COUNTED_MS = 2_000;

/** How many tasks wait for the one who is signed in. */
function OpenTasks() {
  const counts = useQuery(queries.taskCounts());
  useLiveExecutions('task-counts', COUNTED_MS);
  const mine = counts.data?.mine ?? 0;
  if (mine === 0) return null;
  return (
    <span
      className="ml-auto rounded-full bg-waiting-soft px-1.5 text-xs font-medium text-waiting tabular-nums @max-[8rem]:absolute @max-[8rem]:-top-1 @max-[8rem]:-right-2"
      aria-label={plural(mine, 'open task')}
    >
      {mine > 99 ? '99+' : mine}
    </span>
  );
}
