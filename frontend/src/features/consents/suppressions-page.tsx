import { useInfiniteQuery } from '@tanstack/react-query';
import { MailCheck, SearchX } from 'lucide-react';
import { useState } from 'react';
import { SuppressionsTable } from '@/features/consents/suppressions-table';
import { DebouncedSearch } from '@/components/ui/debounced-search';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { LoadMore } from '@/components/ui/load-more';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { suppressionQueries } from '@/lib/api/suppressions';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

export function Component() {
  const [sought, setSought] = useState('');
  const list = useInfiniteQuery(suppressionQueries.list(sought));
  const mayAllow = may(useUser(), 'administer');
  const blocked = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title="Blocked addresses"
      parent={{ to: '/outbox', label: 'Outbox' }}
      about={
        <p className="max-w-2xl">
          Nothing is sent to these addresses, since a mail server or the text provider says that they do not
          exist or take nothing. {mayAllow ? '' : 'An administrator can allow one again.'}
        </p>
      }
    >
      <DebouncedSearch
        label="Find an address or number"
        value={sought}
        onChange={setSought}
        className="sm:max-w-96"
      />
      <Card>
        {list.isPending ? (
          <RowSkeletons />
        ) : list.isError && blocked.length === 0 ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : blocked.length === 0 && sought !== '' ? (
          <EmptyState icon={SearchX} title={`No blocked address has “${sought}” in it`}>
            Messages to it are not held back here. Under Consents you find what a customer has said.
          </EmptyState>
        ) : blocked.length === 0 ? (
          <EmptyState icon={MailCheck} title="No address is blocked">
            An address comes here by itself when a message to it bounces. Who does not want to be written to
            is not here, but under Consents.
          </EmptyState>
        ) : (
          <SuppressionsTable blocked={blocked} mayAllow={mayAllow} />
        )}
        <LoadMore query={list} />
      </Card>
    </Page>
  );
}
