import { useEffect, type ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import { Link } from 'react-router';
import { cx } from '@/lib/cx';

interface PageProps {
  title: string;
  /** The list that this page is an entry of. */
  parent?: { to: string; label: string };
  about?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, parent, about, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · AutoMatrix`;
  }, [title]);

  return (
    <div className="mx-auto flex w-full max-w-360 flex-col gap-5 px-4 py-5 sm:px-6 lg:px-8 lg:py-6">
      <header className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          {parent && (
            <nav aria-label="Breadcrumb" className="mb-1 flex items-center gap-1 text-sm text-ink-faint">
              <Link to={parent.to} className="rounded-sm hover:text-ink hover:underline">
                {parent.label}
              </Link>
              <ChevronRight className="size-3.5" aria-hidden />
            </nav>
          )}
          <h1 className="text-xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
          {about && <div className="mt-1 text-ink-faint">{about}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <section className={cx('overflow-hidden rounded-lg border bg-surface', className)}>{children}</section>
  );
}
