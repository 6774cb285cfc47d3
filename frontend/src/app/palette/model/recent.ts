/** Where the person has gone by the palette, the newest first; kept in this browser. */
export interface Recent {
  to: string;
  label: string;
}

const KEY = 'automatrix.palette.recent';
const MOST = 6;

export function readRecent(storage: Storage = window.localStorage): Recent[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function noteRecent(recent: Recent, storage: Storage = window.localStorage): void {
  const others = readRecent(storage).filter(({ to }) => to !== recent.to);
  storage.setItem(KEY, JSON.stringify([recent, ...others].slice(0, MOST)));
}

function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null) return false;
  const { to, label } = value as Partial<Record<string, unknown>>;
  return typeof to === 'string' && to.startsWith('/') && typeof label === 'string';
}
