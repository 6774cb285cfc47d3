import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { Page } from '@/components/ui/page';
import { cx } from '@/lib/cx';

const PLACES = [
  { to: '/ai/prompts', label: 'Prompts' },
  { to: '/ai/usage', label: 'Usage and budgets' },
  { to: '/ai/calls', label: 'Calls' },
  { to: '/ai/models', label: 'Models' },
];

interface AiPageProps {
  title: string;
  about: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** One of the AI pages, with the way to the others. */
export function AiPage({ title, about, actions, children }: AiPageProps) {
  return (
    <Page title={title} about={about} actions={actions}>
      <nav aria-label="AI" className="flex gap-4 overflow-x-auto border-b">
        {PLACES.map(({ to, label }) => (
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
      {children}
    </Page>
  );
}
