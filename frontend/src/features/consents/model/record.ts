import { channelsOf, reaches } from './channels';
import type { ConsentChange, ConsentChannel, ConsentPurpose, ConsentState, Who } from '@/lib/api/consents';

/** What a colleague fills in about what a customer said. */
export interface ConsentForm {
  state: ConsentState;
  channel: ConsentChannel;
  purpose: ConsentPurpose | 'ALL';
  evidence: string;
  source: string;
  /** Empty is now. */
  at: string;
}

/** Most often somebody wants no more of all of it. */
export function formFor(who: Who): ConsentForm {
  const [channel = 'SMS'] = channelsOf(who.address ? { address: who.address } : { personId: who.personId });
  return { state: 'REVOKED', channel, purpose: 'ALL', evidence: '', source: '', at: '' };
}

export function mistakesIn(form: ConsentForm, now: number): Record<string, string> {
  return {
    ...(form.state === 'GRANTED' && form.evidence.trim() === ''
      ? { '/evidence': 'Enter the words they agreed to: without them nobody can show that they did.' }
      : {}),
    ...(form.source.trim() === '' ? { '/source': 'Enter where they said it, such as Phone call.' } : {}),
    ...(form.at !== '' && Date.parse(form.at) > now ? { '/at': 'Choose a time that has passed.' } : {}),
  };
}

/** Whom it is recorded for: an address only where the channel reaches it. */
export function aboutWhomIn(form: Pick<ConsentForm, 'channel'>, { personId, address }: Who): Who {
  return {
    ...(personId ? { personId } : {}),
    ...(address && reaches(form.channel, address) ? { address } : {}),
  };
}

export function changeOf(form: ConsentForm, who: Who): ConsentChange {
  return {
    ...aboutWhomIn(form, who),
    channel: form.channel,
    purpose: form.purpose === 'ALL' ? null : form.purpose,
    state: form.state,
    source: form.source.trim(),
    evidence: form.evidence.trim() === '' ? null : form.evidence.trim(),
    at: form.at === '' ? null : form.at,
  };
}
