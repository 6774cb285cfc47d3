import type { Who } from '@/lib/api/consents';
import { isObject, type JsonValue } from '@/lib/json';

/** Where the person of a lead can be reached, the preferred first; only the person if no address was read. */
export function addressesOf(lead: JsonValue): Who[] {
  const person = isObject(lead) && isObject(lead.person) ? lead.person : {};
  const who = typeof person.personId === 'string' ? { personId: person.personId } : {};
  const addresses = [...texts(person.phones, 'e164'), ...texts(person.emails, 'value')];
  if (addresses.length === 0) return 'personId' in who ? [who] : [];
  return [...new Set(addresses)].map((address) => ({ ...who, address }));
}

function texts(list: JsonValue, key: string): string[] {
  if (!Array.isArray(list)) return [];
  const known = list.filter(isObject);
  return [...known.filter(({ preferred }) => preferred === true), ...known].flatMap((one) => {
    const text = one[key];
    return typeof text === 'string' ? [text] : [];
  });
}
