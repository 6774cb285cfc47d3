import type { CredentialType, CredentialValue } from '@/lib/settings-types';

export interface Part {
  name: string;
  label: string;
  secret: boolean;
  required: boolean;
  hint?: string;
  placeholder?: string;
}

interface Kind {
  type: CredentialType;
  label: string;
  about: string;
  parts: Part[];
}

const part = (name: string, label: string, more: Partial<Part> = {}): Part => ({
  name,
  label,
  secret: false,
  required: true,
  ...more,
});
const secret = (name: string, label: string) => part(name, label, { secret: true });

/** Each kind of credential, with the parts that its form asks for. */
export const KINDS: Kind[] = [
  {
    type: 'API_KEY',
    label: 'API key in a header',
    about: 'Sent in a header of each request.',
    parts: [part('header', 'Header', { placeholder: 'X-Api-Key' }), secret('value', 'Key')],
  },
  {
    type: 'BEARER',
    label: 'Bearer token',
    about: 'Sent as “Authorization: Bearer …”.',
    parts: [secret('token', 'Token')],
  },
  {
    type: 'BASIC',
    label: 'User name and password',
    about: 'HTTP Basic, also for mail servers.',
    parts: [part('username', 'User name'), secret('password', 'Password')],
  },
  {
    type: 'OAUTH2_CLIENT',
    label: 'OAuth 2 client',
    about: 'Fetches a token with the client’s id and secret, and renews it.',
    parts: [
      part('tokenUrl', 'Token address', { placeholder: 'https://login.example.com/oauth2/token' }),
      part('clientId', 'Client id'),
      secret('clientSecret', 'Client secret'),
      part('scope', 'Scope', { required: false }),
    ],
  },
  {
    type: 'SIGNING_SECRET',
    label: 'Signing secret',
    about: 'Proves that a webhook’s call comes from its sender.',
    parts: [secret('value', 'Secret')],
  },
];

export function kindOf(type: CredentialType): Kind {
  return KINDS.find((kind) => kind.type === type) ?? { type, label: type, about: '', parts: [] };
}

export interface CredentialForm {
  name: string;
  description: string;
  type: CredentialType;
  parts: Record<string, string>;
}

export function mistakesInCredential(form: CredentialForm, known: string[]): Record<string, string> {
  const found: Record<string, string> = {};
  if (!/^[A-Za-z][A-Za-z0-9._-]{0,62}$/.test(form.name))
    found['/name'] = 'Begin with a letter; then letters, digits, dots, dashes and underscores.';
  else if (known.includes(form.name)) found['/name'] = 'There is a credential of this name already.';
  return { ...found, ...mistakesInParts(form) };
}

export function mistakesInParts(form: Pick<CredentialForm, 'type' | 'parts'>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name, label, secret: isSecret, required } of kindOf(form.type).parts) {
    const given = form.parts[name] ?? '';
    const wrong = wrongWith(name, given, isSecret);
    if (given.trim() === '') {
      if (required) found[`/value/${name}`] = `Enter the ${label.toLowerCase()}.`;
    } else if (wrong) found[`/value/${name}`] = wrong;
  }
  return found;
}

function wrongWith(name: string, given: string, isSecret: boolean): string | null {
  if (isSecret && given.length < 4) return 'Enter at least 4 characters.';
  if (name === 'header' && !/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/.test(given))
    return 'Enter the name of a header, such as X-Api-Key.';
  if (name === 'tokenUrl' && !/^https?:\/\/[^/@\s]+/.test(given))
    return 'Enter an address that begins with https:// or http://.';
  if (name === 'username' && given.includes(':')) return 'Enter a user name without a colon.';
  return null;
}

/** What is sent: the kind and those of its parts that are filled in. */
export function valueOf({ type, parts }: Pick<CredentialForm, 'type' | 'parts'>): CredentialValue {
  const given = kindOf(type).parts.flatMap(({ name }) => (parts[name] ? [[name, parts[name]] as const] : []));
  return { type, ...Object.fromEntries(given) };
}
