import type {
  ConsentAnswer,
  ConsentChannel,
  ConsentEntry,
  ConsentPurpose,
  ConsentState,
  Holding,
} from '@/lib/api/consents';
import { PURPOSES } from '@/lib/format/messages';

export const CHANNELS: Record<ConsentChannel, string> = {
  SMS: 'Text messages',
  VOICE: 'Phone calls',
  EMAIL: 'E-mail',
};

export const PURPOSES_OR_ALL: Record<ConsentPurpose | 'ALL', string> = { ALL: 'Everything', ...PURPOSES };

export const STATES: Record<ConsentState, string> = {
  REVOKED: 'Withdrawn',
  GRANTED: 'Given',
  UNKNOWN: 'Unknown',
};

/** Where customers usually say such things. */
export const USUAL_SOURCES = ['Phone call', 'Showroom', 'E-mail', 'Text message', 'Website form', 'Letter'];

export function allowance(channel: ConsentChannel, { isAllowed }: ConsentAnswer): string {
  if (channel === 'VOICE') return isAllowed ? 'May be called' : 'May not be called';
  return isAllowed ? 'May be sent' : 'May not be sent';
}

/** Why an answer is as it is, where nothing was said. */
export const NOTHING_SAID: Record<ConsentPurpose, string> = {
  TRANSACTIONAL: 'They have said nothing against it.',
  MARKETING: 'They have not agreed to it.',
};

export const aboutWhom = ({ address, personId }: Pick<Holding, 'address' | 'personId'>): string =>
  address ?? `person ${personId ?? ''}`;

/** Where it was said, and who wrote it down. */
export function sourceInWords({ source, recordedBy }: ConsentEntry): string {
  return recordedBy === 'event'
    ? `${source}, recorded automatically`
    : `${source}, recorded by ${recordedBy}`;
}
