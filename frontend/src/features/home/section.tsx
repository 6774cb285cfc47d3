import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card } from '@/components/ui/page';

interface SectionProps {
  title: string;
  to: string;
  all: string;
  children: ReactNode;
}

/** A part of the start page with the way to all of it. */
export function Section({ title, to, all, children }: SectionProps) {
  return (
    <Card>
      <header className="flex h-11 items-center gap-3 border-b px-4">
        <h2 className="font-semibold">{title}</h2>
        <Link to={to} className="ml-auto rounded-sm text-sm text-accent-ink hover:underline">
          {all}
        </Link>
      </header>
      {children}
    </Card>
  );
}

export const lineLook =
  'relative flex items-center gap-3 border-b px-4 py-2.5 transition-colors last:border-b-0 hover:bg-hover/60';

export function Quiet({ children }: { children: ReactNode }) {
  return <p className="px-4 py-6 text-center text-ink-faint">{children}</p>;
}
