import type { ConsentChannel, Who } from '@/lib/api/consents';

const CHANNELS: ConsentChannel[] = ['SMS', 'VOICE', 'EMAIL'];

/** Whether the channel reaches such an address. */
export const reaches = (channel: ConsentChannel, address: string): boolean =>
  (channel === 'EMAIL') === address.includes('@');

/** The channels by which they can be reached, as far as one knows. */
export function channelsOf({ personId, address }: Who): ConsentChannel[] {
  return CHANNELS.filter((channel) => !!personId || (!!address && reaches(channel, address)));
}
