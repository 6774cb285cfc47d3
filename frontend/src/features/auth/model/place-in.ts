/** Only an address inside this application, so that no link can lead away after the sign-in. */
export function placeIn(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}
