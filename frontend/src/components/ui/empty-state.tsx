import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** Says what will be here and what to do next. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-16 text-center">
      <span className="mb-4 grid size-11 place-items-center rounded-xl border bg-sunken text-ink-faint">
        <Icon className="size-5" aria-hidden />
      </span>
      <h2 className="font-semibold">{title}</h2>
      <p className="mt-1 max-w-md text-ink-faint">{children}</p>
      {action && <div className="mt-5 flex gap-2">{action}</div>}
    </div>
  );
}
