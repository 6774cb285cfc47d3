import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { ConsentHistory } from '@/features/consents/consent-history';
import { MessagesTo } from '@/features/consents/messages-to';
import { WhatHolds } from '@/features/consents/what-holds';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { Card } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { consentQueries, type Who } from '@/lib/api/consents';
import { isProblem } from '@/lib/http/client';

/** All that is known about one customer's consent. */
export function ConsentsOf({ who }: { who: Who }) {
  const decisions = useQuery(consentQueries.decisions(who));
  if (decisions.isPending || decisions.isError) {
    return (
      <Card>
        {decisions.isPending ? (
          <RowSkeletons rows={4} />
        ) : isProblem(decisions.error, 'consent.bad-address') ? (
          <EmptyState icon={SearchX} title={`${who.address ?? 'This'} is no address`}>
            It is neither an e-mail address nor a phone number. A number needs its area code, as in
            514-555-0100, and outside of North America its country, as in +44 20 7946 0958.
          </EmptyState>
        ) : (
          <Failure error={decisions.error} onRetry={() => void decisions.refetch()} />
        )}
      </Card>
    );
  }
  const known = withOwner(who, decisions.data.personId);
  return (
    <>
      <WhatHolds asked={who} who={known} lines={decisions.data.items} />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <ConsentHistory who={known} />
        <MessagesTo who={known} />
      </div>
    </>
  );
}

/** With the person to whom the address belongs, if that is one. */
const withOwner = (who: Who, personId: string | null | undefined): Who => ({
  ...who,
  ...(personId ? { personId } : {}),
});
