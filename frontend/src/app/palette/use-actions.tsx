import type { ReactNode } from 'react';
import { FlaskConical, Keyboard, Monitor, Moon, Plus, Sun } from 'lucide-react';
import { openDialog } from '@/app/open-dialog';
import type { Place } from '@/app/palette/model/places';
import { setTheme } from '@/app/theme';
import { may } from '@/lib/roles';
import { useNewWorkflow } from '@/lib/use-new-workflow';
import { useUser } from '@/lib/use-session';

export interface Action extends Place {
  icon: ReactNode;
  perform?: () => void;
}

const ALWAYS: Action[] = [
  {
    to: 'keys',
    label: 'Keyboard map',
    words: 'shortcuts hotkeys help',
    icon: <Keyboard aria-hidden />,
    perform: () => openDialog('keys'),
  },
  { to: 'theme:light', label: 'Light theme', icon: <Sun aria-hidden />, perform: () => setTheme('light') },
  { to: 'theme:dark', label: 'Dark theme', icon: <Moon aria-hidden />, perform: () => setTheme('dark') },
  {
    to: 'theme:system',
    label: 'Theme as the system',
    icon: <Monitor aria-hidden />,
    perform: () => setTheme('system'),
  },
];

/** What this person can do from anywhere. */
export function useActions(): Action[] {
  const user = useUser();
  const { mutate: create } = useNewWorkflow();
  return [
    ...(may(user, 'build')
      ? [
          {
            to: 'new',
            label: 'New workflow',
            words: 'create draft',
            icon: <Plus aria-hidden />,
            perform: create,
          },
          { to: '/templates', label: 'New workflow from a template', icon: <Plus aria-hidden /> },
        ]
      : []),
    ...(may(user, 'operate')
      ? [{ to: '/event-types', label: 'Send a test event', icon: <FlaskConical aria-hidden /> }]
      : []),
    ...ALWAYS,
  ];
}
