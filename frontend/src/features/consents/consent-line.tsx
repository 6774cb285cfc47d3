import { Ban, CircleCheck, CircleMinus } from 'lucide-react';
import { Link } from 'react-router';
import {
  aboutWhom,
  allowance,
  CHANNELS,
  NOTHING_SAID,
  sourceInWords,
  STATES,
} from '@/features/consents/model/words';
import { Badge } from '@/components/ui/badge';
import {
  consentsHref,
  type ConsentAnswer,
  type ConsentEntry,
  type ConsentLine as Line,
} from '@/lib/api/consents';
import { PURPOSES } from '@/lib/format/messages';
import { day, exactTime } from '@/lib/format/time';

interface ConsentLineProps {
  line: Line;
  /** Whether the page is about this address, and not about others of the person too. */
  isAsked: boolean;
  /** What was said, to quote from. */
  entries: ConsentEntry[];
}

/** One channel at one address: what may be sent, and why. */
export function ConsentLine({ line, isAsked, entries }: ConsentLineProps) {
  const { channel, address, blocked } = line;
  return (
    <section
      aria-label={address ? `${CHANNELS[channel]}, ${address}` : CHANNELS[channel]}
      className="grid gap-x-6 gap-y-3 border-b px-4 py-4 last:border-b-0 lg:grid-cols-[13rem_1fr_1fr]"
    >
      <div className="min-w-0">
        <h3 className="font-semibold">{CHANNELS[channel]}</h3>
        {address && !isAsked && (
          <Link
            to={consentsHref({ address })}
            className="rounded-sm wrap-anywhere text-accent-ink underline underline-offset-2"
          >
            {address}
          </Link>
        )}
      </div>
      {line.answers.map((answer) => (
        <AnswerView
          key={answer.purpose}
          line={line}
          answer={answer}
          entry={entries.find(({ id }) => id === answer.because?.entryId)}
        />
      ))}
      {blocked && (
        <p className="flex gap-2 rounded-md bg-failed-soft px-3 py-2 text-failed lg:col-span-3">
          <Ban className="mt-0.5 size-4 shrink-0" aria-hidden />
          <span className="min-w-0 wrap-anywhere">
            Nothing is sent to this address since {day(blocked.since)}, whatever they have said:{' '}
            {blocked.reason}{' '}
            <Link to="/outbox/suppressions" className="rounded-sm underline underline-offset-2">
              Blocked addresses
            </Link>
          </span>
        </p>
      )}
    </section>
  );
}

interface AnswerViewProps {
  line: Line;
  answer: ConsentAnswer;
  entry?: ConsentEntry;
}

function AnswerView({ line, answer, entry }: AnswerViewProps) {
  const { because, purpose, state, isAllowed } = answer;
  const tone = isAllowed ? 'completed' : state === 'REVOKED' ? 'failed' : 'cancelled';
  const Icon = isAllowed ? CircleCheck : state === 'REVOKED' ? Ban : CircleMinus;
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <h4 className="text-sm text-ink-faint">{PURPOSES[purpose]}</h4>
      <Badge tone={tone}>
        <Icon aria-hidden />
        {allowance(line.channel, answer)}
      </Badge>
      {!because ? (
        <p className="text-ink-soft">{NOTHING_SAID[purpose]}</p>
      ) : (
        <p className="wrap-anywhere text-ink-soft">
          {STATES[because.state]} on{' '}
          <time dateTime={because.at} title={exactTime(because.at)}>
            {day(because.at)}
          </time>
          {(because.address ?? null) !== (line.address ?? null) && ` for ${aboutWhom(because)}`}
        </p>
      )}
      {entry?.evidence && <q className="wrap-anywhere text-ink">{entry.evidence}</q>}
      {entry && <p className="text-sm wrap-anywhere text-ink-faint">{sourceInWords(entry)}</p>}
    </div>
  );
}
