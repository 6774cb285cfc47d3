import type { MessageChannel, MessageState } from '@/lib/api-types';

export const CHANNELS: Record<MessageChannel, string> = { EMAIL: 'E-mail', SMS: 'Text message' };

export const PURPOSES = { TRANSACTIONAL: 'For a request', MARKETING: 'Marketing' };

/** What became of a message, in a word and in a sentence. */
export const STATES: Record<MessageState, { word: string; means: string }> = {
  DEFERRED: { word: 'Waiting', means: 'It waits for a time at which the customer may be contacted.' },
  REFUSED: { word: 'Refused', means: 'It may not be sent.' },
  SENDING: { word: 'Being sent', means: 'It is being handed over.' },
  OUTBOX: { word: 'Would be sent', means: 'Nothing leaves until a mail server or text provider is set up.' },
  SENT: { word: 'Sent', means: 'The provider has taken it.' },
  DELIVERED: { word: 'Delivered', means: 'The provider says that it arrived.' },
  FAILED: { word: 'Failed', means: 'It could not be sent, or did not arrive.' },
  BOUNCED: { word: 'Bounced', means: 'The address does not exist.' },
  CANCELLED: { word: 'Cancelled', means: 'Its execution ended while it waited.' },
};

/** The words of a state and an optional reason never repeat each other. */
export function stateOptions() {
  return (Object.keys(STATES) as MessageState[]).map((value) => ({ value, label: STATES[value].word }));
}
