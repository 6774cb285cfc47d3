import type { LeadQuality, LeadSummary } from '@/lib/api-types';

export const QUALITIES: {
  value: LeadQuality;
  label: string;
  tone: 'completed' | 'running' | 'waiting' | 'failed';
  means: string;
}[] = [
  { value: 'CLEAN', label: 'Clean', tone: 'completed', means: 'The document was as it should be.' },
  { value: 'REPAIRED', label: 'Repaired', tone: 'running', means: 'It had faults, and everything was read.' },
  {
    value: 'DEGRADED',
    label: 'Degraded',
    tone: 'waiting',
    means: 'Only what stood out in the text was read.',
  },
  { value: 'UNREADABLE', label: 'Unreadable', tone: 'failed', means: 'No lead could be recognised.' },
];

const CHANNELS: Record<LeadSummary['channel'], string> = {
  ADF_EMAIL: 'E-mail',
  ADF_HTTP: 'Web address',
  FORM: 'Form',
};

export function channelInWords(channel: LeadSummary['channel']): string {
  return CHANNELS[channel];
}

/** Who asks; somebody who gave no name still has a row to click. */
export function titleOf(lead: LeadSummary): string {
  if (lead.title !== '') return lead.title;
  return lead.quality === 'UNREADABLE' ? 'Document without a lead' : 'No name given';
}
