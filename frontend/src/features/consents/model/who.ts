import type { Who } from '@/lib/api/consents';

const PHONE = /^\+?[\d\s().-]+$/;
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;

/** Reads what somebody typed or pasted: an e-mail address, a phone number, or else a person's id. */
export function whoIn(text: string): Who | null {
  const typed = text.trim();
  if (typed === '') return null;
  return typed.includes('@') || isPhone(typed) ? { address: oneForm(typed) } : { personId: typed };
}

/** The address as the ledger keeps it: small letters, or the number with its country, here if it names none. */
export function oneForm(address: string): string {
  const typed = address.trim();
  if (!isPhone(typed)) return typed.toLowerCase();
  const digits = typed.replace(/\D/g, '');
  if (typed.startsWith('+')) return `+${digits}`;
  if (digits.length === 10) return `+1${digits}`;
  return digits.length === 11 && digits.startsWith('1') ? `+${digits}` : digits;
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return PHONE.test(text) && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
}

/** A number without signs may as well be the id that another system gave a person. */
export const mayBeAnId = (text: string): boolean => /^\d+$/.test(text.trim());

/** Whom the address of the page names. */
export function whoAt(search: URLSearchParams): Who | null {
  const personId = search.get('personId')?.trim();
  const address = search.get('address')?.trim();
  if (!personId && !address) return null;
  return { ...(personId ? { personId } : {}), ...(address ? { address: oneForm(address) } : {}) };
}

export const nameOf = ({ personId, address }: Who): string => address ?? `Person ${personId ?? ''}`;
