import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Card } from '@/components/ui/page';
import { clockInWords } from '@/lib/format/time';
import { settingsQueries } from '@/lib/settings-queries';

/** As installed, unless the dealership's settings say otherwise. */
const USUAL_CAP = 2;

/** What the words of the page mean. */
export function ConsentsHelp() {
  const dealership = useQuery(settingsQueries.dealership());
  const quiet = dealership.data?.quietHours;
  const cap = dealership.data?.dailyContactCap ?? USUAL_CAP;
  return (
    <Card className="p-4">
      <h2 className="font-semibold">What the words mean</h2>
      <dl className="mt-3 grid gap-x-8 gap-y-4 text-ink-soft md:grid-cols-2">
        <Meaning word="For a request (transactional)">
          What the customer asked for, or what belongs to a deal or a repair that goes on, such as “your car
          is ready”. It may be sent until they object.
        </Meaning>
        <Meaning word="Marketing">
          Everything that is to sell. It may be sent only once they have agreed to it, and at most {cap} a day
          to one person, on all channels together.
        </Meaning>
        <Meaning word="Withdrawn">
          A no holds at once, also for messages that wait, until the same customer agrees again. If the person
          or the address has said no, the other’s yes does not help.
        </Meaning>
        <Meaning word="Quiet hours">
          Texts, calls and marketing e-mails wait for a time between 8 AM and 9 PM where the customer is
          {quiet && quiet.from !== quiet.to
            ? `, and outside of your dealership’s quiet hours, ${clockInWords(quiet.from)} to ${clockInWords(quiet.to)}`
            : ''}
          . An e-mail that was asked for is sent at night too.
        </Meaning>
      </dl>
    </Card>
  );
}

function Meaning({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-medium text-ink">{word}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
