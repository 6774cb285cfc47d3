import { useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { ShellSkeleton } from '@/app/shell-skeleton';
import { restoreSession } from '@/app/restore-session';
import { Failure } from '@/components/ui/failure';
import { useSession } from '@/lib/use-session';

/** Lets only a signed-in person through; brings a session back by its cookie after a page load. */
export function RequireSession() {
  const current = useSession();
  const location = useLocation();
  const [error, setError] = useState<unknown>(null);
  const restoring = current.status === 'restoring';

  useEffect(() => {
    if (restoring && error === null) restoreSession().catch(setError);
  }, [restoring, error]);

  if (restoring) {
    if (error !== null) return <Failure error={error} onRetry={() => setError(null)} />;
    return <ShellSkeleton />;
  }
  if (current.status === 'signed-out') {
    const next = location.pathname + location.search;
    return <Navigate to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`} replace />;
  }
  if (current.user.mustChangePassword && location.pathname !== '/change-password') {
    const next = location.pathname + location.search;
    return (
      <Navigate
        to={next === '/' ? '/change-password' : `/change-password?next=${encodeURIComponent(next)}`}
        replace
      />
    );
  }
  return <Outlet />;
}
