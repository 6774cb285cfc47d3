import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import { Link } from 'react-router';
import { ConsentLine } from '@/features/consents/consent-line';
import { mayBeAnId, nameOf } from '@/features/consents/model/who';
import { RecordDialog } from '@/features/consents/record-dialog';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/page';
import { consentQueries, consentsHref, type ConsentLine as Line, type Who } from '@/lib/api/consents';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

interface WhatHoldsProps {
  /** As the page was asked for. */
  asked: Who;
  /** With the person to whom the address belongs, where that is known. */
  who: Who;
  lines: Line[];
}

/** At a glance: by which channel and for what they may be contacted, and who said so. */
export function WhatHolds({ asked, who, lines }: WhatHoldsProps) {
  const [recording, setRecording] = useState(false);
  const operates = may(useUser(), 'operate');
  const history = useInfiniteQuery(consentQueries.history(who));
  const entries = history.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Card>
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b px-4 py-3">
        <div className="min-w-0 flex-1 basis-56">
          <h2 className="font-semibold wrap-anywhere">{nameOf(who)}</h2>
          <Belonging asked={asked} who={who} isKnown={lines.some(isKnown)} />
        </div>
        {operates && (
          <Button variant="primary" onClick={() => setRecording(true)}>
            <PenLine aria-hidden />
            Record what they said
          </Button>
        )}
      </header>
      {lines.map((line) => (
        <ConsentLine
          key={`${line.channel} ${line.address ?? ''}`}
          line={line}
          isAsked={(line.address ?? undefined) === who.address}
          entries={entries}
        />
      ))}
      {recording && <RecordDialog who={who} onClose={() => setRecording(false)} />}
    </Card>
  );
}

const isKnown = ({ answers }: Line): boolean => answers.some(({ because }) => !!because);

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
