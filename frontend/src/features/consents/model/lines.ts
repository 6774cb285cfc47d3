import {
  ownersOf,
  type ConsentChannel,
  type ConsentPurpose,
  type ConsentState,
  type Holding,
  type Who,
} from '@/lib/api/consents';

export const PURPOSES: ConsentPurpose[] = ['TRANSACTIONAL', 'MARKETING'];
const CHANNELS: ConsentChannel[] = ['SMS', 'VOICE', 'EMAIL'];

/** What holds for messages of one purpose. */
export interface Answer {
  purpose: ConsentPurpose;
  state: ConsentState;
  isAllowed: boolean;
  /** What was said that decides; null if nothing was. */
  because: Holding | null;
}

/** What holds for one channel, at an address or for a person whose addresses are not known. */
export interface Line {
  channel: ConsentChannel;
  address: string | null;
  answers: Answer[];
}

/** Whether the channel reaches such an address. */
export const reaches = (channel: ConsentChannel, address: string): boolean =>
  (channel === 'EMAIL') === address.includes('@');

/** The channels by which they can be reached, as far as one knows. */
export function channelsOf({ personId, address }: Who): ConsentChannel[] {
  return CHANNELS.filter((channel) => !!personId || (!!address && reaches(channel, address)));
}

/** What holds, channel by channel, the address in question first. */
export function linesOf(who: Who, holdings: Holding[]): Line[] {
  const asked = who.address ? [who.address] : [];
  const known = [...new Set([...asked, ...holdings.flatMap(({ address }) => address ?? [])])];
  return channelsOf(who).flatMap((channel) => {
    const said = holdings.filter((one) => one.channel === channel);
    const addresses = known.filter((address) => reaches(channel, address));
    const lines = addresses.length === 0 ? [null] : addresses;
    return lines.map((address) => ({ channel, address, answers: answersFor(who, address, said) }));
  });
}

function answersFor(who: Who, address: string | null, said: Holding[]): Answer[] {
  const persons = [who.personId, ...ownersOf(address ?? undefined, said)];
  return PURPOSES.map((purpose) => {
    const bearing = said.filter(
      (one) =>
        one.purpose === purpose &&
        (one.address ? one.address === address : persons.includes(one.personId ?? undefined)),
    );
    const because = deciding(bearing);
    const state = because?.state ?? 'UNKNOWN';
    return { purpose, state, because, isAllowed: isAllowed(purpose, state) };
  });
}

const WEIGHT: Record<ConsentState, number> = { REVOKED: 2, GRANTED: 1, UNKNOWN: 0 };

/** A no is never outvoted; of two that say the same, the later one decides. */
function deciding(holdings: Holding[]): Holding | null {
  return (
    [...holdings].sort((a, b) => WEIGHT[b.state] - WEIGHT[a.state] || b.at.localeCompare(a.at))[0] ?? null
  );
}

/** What was asked for may be sent until somebody objects, what is to sell only once they agree. */
function isAllowed(purpose: ConsentPurpose, state: ConsentState): boolean {
  return purpose === 'TRANSACTIONAL' ? state !== 'REVOKED' : state === 'GRANTED';
}
