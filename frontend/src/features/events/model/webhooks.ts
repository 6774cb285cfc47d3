import type { Webhook } from '@/lib/events-types';

export const PROOFS: Record<Webhook['proof'], string> = {
  SIGNATURE: 'Senders sign their calls',
  TOKEN: 'Senders show a token',
  NONE: 'Whoever knows the address may call',
};

/** A call as the sender makes it. */
export function curlOf({ proof }: Pick<Webhook, 'proof'>, address: string): string {
  const lines = [`curl -X POST '${address}'`, `-H 'Content-Type: application/json'`];
  if (proof === 'TOKEN') lines.push(`-H "$TOKEN_HEADER: $TOKEN"`);
  if (proof === 'SIGNATURE') lines.push(`-H "$SIGNATURE_HEADER: $SIGNATURE"`);
  lines.push(`-d '{"hello": "world"}'`);
  return lines.join(' \\\n  ');
}
