import { useEffect, type ReactNode } from 'react';

interface AuthCardProps {
  title: string;
  about: string;
  children: ReactNode;
}

export function AuthCard({ title, about, children }: AuthCardProps) {
  useEffect(() => {
    document.title = `${title} · AutoMatrix`;
  }, [title]);

  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-92">
        <div className="mb-6 flex items-center justify-center gap-2.5 text-lg font-semibold tracking-tight">
          <img src="/mark.svg" alt="" className="size-7" />
          AutoMatrix
        </div>
        <section className="rounded-xl border bg-surface p-6 sm:p-7">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          <p className="mt-1 mb-6 text-ink-faint">{about}</p>
          {children}
        </section>
      </div>
    </main>
  );
}
