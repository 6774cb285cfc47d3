import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { ConsentHistory } from '@/features/consents/consent-history';
import { MessagesTo } from '@/features/consents/messages-to';
import { WhatHolds } from '@/features/consents/what-holds';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { Card } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { consentQueries, ownersOf, type Holding, type Who } from '@/lib/api/consents';
import { isProblem } from '@/lib/http/client';

/** All that is known about one customer's consent. */
export function ConsentsOf({ who }: { who: Who }) {
  const holdings = useQuery(consentQueries.holdings(who));
  if (holdings.isPending || holdings.isError) {
    return (
      <Card>
        {holdings.isPending ? (
          <RowSkeletons rows={4} />
        ) : isProblem(holdings.error, 'consent.bad-address') ? (
          <EmptyState icon={SearchX} title={`${who.address ?? 'This'} is no address`}>
            It is neither an e-mail address nor a phone number. A number needs its area code, as in
            514-555-0100, and outside of North America its country, as in +44 20 7946 0958.
          </EmptyState>
        ) : (
          <Failure error={holdings.error} onRetry={() => void holdings.refetch()} />
        )}
      </Card>
    );
  }
  const known = withOwner(who, holdings.data);
  return (
    <>
      <WhatHolds asked={who} who={known} holdings={holdings.data} />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <ConsentHistory who={known} />
        <MessagesTo who={known} />
      </div>
    </>
  );
}

/** With the person to whom the address belongs, if that is one. */
function withOwner(who: Who, holdings: Holding[]): Who {
  const [owner, ...others] = ownersOf(who.address, holdings);
  return who.personId || owner === undefined || others.length > 0 ? who : { ...who, personId: owner };
}
