import { Compass, RotateCw, TriangleAlert } from 'lucide-react';
import { Link, useRouteError } from 'react-router';
import { Button } from '@/components/ui/button';
import { CopyText } from '@/components/ui/copy-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Card, Page } from '@/components/ui/page';
import { lastCorrelationId } from '@/lib/http/correlation';
import { Problem } from '@/lib/http/problem';

/** Stands in for a page that broke, with a way back and an id to quote. */
export function CrashPage() {
  const error = useRouteError();
  const outdated = error instanceof TypeError && /dynamically imported module/i.test(error.message);
  const id = (error instanceof Problem ? error.correlationId : null) ?? lastCorrelationId();
  return (
    <main className="grid min-h-[70vh] place-items-center">
      <div role="alert">
        <EmptyState
          icon={TriangleAlert}
          title={outdated ? 'A new version is ready' : 'This page stopped working'}
          action={
            <>
              <Button variant="primary" onClick={() => window.location.reload()}>
                <RotateCw aria-hidden />
                Load it again
              </Button>
              <Button asChild>
                <a href="/workflows">Go to Workflows</a>
              </Button>
            </>
          }
        >
          {outdated
            ? 'AutoMatrix was updated while this page was open. Load it again to go on.'
            : 'It was not your doing, and what was saved is safe. Load the page again; if it goes on, tell your administrator.'}
        </EmptyState>
        {id && !outdated && (
          <p className="-mt-10 flex flex-wrap items-center justify-center gap-x-1 px-6 text-sm text-ink-faint">
            Quote <CopyText text={id} label="correlation id" />
          </p>
        )}
      </div>
    </main>
  );
}

export function NotFoundPage() {
  return (
    <Page title="Not found">
      <Card>
        <EmptyState
          icon={Compass}
          title="There is no page here"
          action={
            <Button asChild>
              <Link to="/workflows">Go to Workflows</Link>
            </Button>
          }
        >
          The address may be mistyped, or what it led to was removed.
        </EmptyState>
      </Card>
    </Page>
  );
}
