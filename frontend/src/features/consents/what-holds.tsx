import { useState } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import { Link } from 'react-router';
import { ConsentLine } from '@/features/consents/consent-line';
import { linesOf } from '@/features/consents/model/lines';
import { mayBeAnId, nameOf } from '@/features/consents/model/who';
import { RecordDialog } from '@/features/consents/record-dialog';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/failure';
import { Card } from '@/components/ui/page';
import { consentQueries, consentsHref, type Holding, type Who } from '@/lib/api/consents';
import { suppressionQueries } from '@/lib/api/suppressions';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

interface WhatHoldsProps {
  /** As the page was asked for. */
  asked: Who;
  /** With the person to whom the address belongs, where that is known. */
  who: Who;
  holdings: Holding[];
}

/** At a glance: by which channel and for what they may be contacted, and who said so. */
export function WhatHolds({ asked, who, holdings }: WhatHoldsProps) {
  const [recording, setRecording] = useState(false);
  const operates = may(useUser(), 'operate');
  const history = useInfiniteQuery(consentQueries.history(who));
  const blocked = useQuery(suppressionQueries.all());
  const entries = history.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Card>
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b px-4 py-3">
        <div className="min-w-0 flex-1 basis-56">
          <h2 className="font-semibold wrap-anywhere">{nameOf(who)}</h2>
          <Belonging asked={asked} who={who} isKnown={holdings.length > 0} />
        </div>
        {operates && (
          <Button variant="primary" onClick={() => setRecording(true)}>
            <PenLine aria-hidden />
            Record what they said
          </Button>
        )}
      </header>
      {blocked.isError && (
        <div className="border-b p-3">
          <Notice error={new Error('Whether an address is blocked could not be read; it may be.')} />
        </div>
      )}
      {linesOf(who, holdings).map((line) => (
        <ConsentLine
          key={`${line.channel} ${line.address ?? ''}`}
          line={line}
          isAsked={line.address === (who.address ?? null)}
          entries={entries}
          blocked={blocked.data?.find(
            ({ channel, address }) => channel === line.channel && address === line.address,
          )}
        />
      ))}
      {recording && <RecordDialog who={who} onClose={() => setRecording(false)} />}
    </Card>
  );
}

const linkLook = 'rounded-sm text-accent-ink underline underline-offset-2';

/** Whose the address is, and what to do if nothing is known. */
function Belonging({ asked, who, isKnown }: { asked: Who; who: Who; isKnown: boolean }) {
  const { address, personId } = who;
  return (
    <>
      {address && personId && (
        <p className="wrap-anywhere text-ink-faint">
          {asked.personId ? 'Of ' : 'Belongs to '}
          <Link className={linkLook} to={consentsHref({ personId })}>
            person {personId}
          </Link>
        </p>
      )}
      {!isKnown && <NothingKnown who={who} />}
    </>
  );
}

function NothingKnown({ who: { address, personId } }: { who: Who }) {
  const thing = address === undefined ? 'id' : address.includes('@') ? 'address' : 'number';
  const digits = address?.replace(/^\+1?/, '') ?? '';
  return (
    <p className="text-ink-faint">
      Nothing is recorded yet. If you expected something, check the {thing}.
      {personId === undefined && mayBeAnId(digits) && (
        <>
          {' '}
          Or is {digits}{' '}
          <Link className={linkLook} to={consentsHref({ personId: digits })}>
            the id of a person
          </Link>
          ?
        </>
      )}
    </p>
  );
}
