import { UserSearch } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { ConsentsHelp } from '@/features/consents/consents-help';
import { ConsentsOf } from '@/features/consents/consents-of';
import { FindPerson } from '@/features/consents/find-person';
import { nameOf, whoAt } from '@/features/consents/model/who';
import { EmptyState } from '@/components/ui/empty-state';
import { Card, Page } from '@/components/ui/page';

export function Component() {
  const [search, setSearch] = useSearchParams();
  const who = whoAt(search);
  return (
    <Page
      title="Consents"
      parent={{ to: '/outbox', label: 'Outbox' }}
      about={
        <p className="max-w-2xl">
          What a customer has said about being texted, called and e-mailed, and what follows from it.
        </p>
      }
    >
      <FindPerson
        key={who === null ? '' : nameOf(who)}
        who={who}
        onFind={(found) => setSearch({ ...found })}
      />
      {who === null ? (
        <Card>
          <EmptyState icon={UserSearch} title="Whom is it about?">
            Find the customer by a phone number, an e-mail address or their person id. You see what may be
            sent to them and why, and can record what they say.
          </EmptyState>
        </Card>
      ) : (
        <ConsentsOf key={JSON.stringify(who)} who={who} />
      )}
      <ConsentsHelp />
    </Page>
  );
}
