import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';

interface SettingsPageProps<T> {
  title: string;
  about: ReactNode;
  query: Pick<UseQueryResult<T>, 'data' | 'isError' | 'error' | 'refetch'>;
  actions?: ReactNode;
  children: (data: T) => ReactNode;
}

/** A page of the settings over one read: while it loads, when it fails, and with what it has brought. */
export function SettingsPage<T>({ title, about, query, actions, children }: SettingsPageProps<T>) {
  return (
    <Page title={title} about={<p className="max-w-2xl">{about}</p>} actions={actions}>
      {query.data !== undefined ? (
        children(query.data)
      ) : (
        <Card>
          {query.isError ? (
            <Failure error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <RowSkeletons />
          )}
        </Card>
      )}
    </Page>
  );
}
