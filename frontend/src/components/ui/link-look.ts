/** A link within a text. */
export const linkLook = 'rounded-sm text-accent-ink underline underline-offset-2';
