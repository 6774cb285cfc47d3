import { isObject } from '@/lib/json';

export interface SavedView {
  name: string;
  /** The filters as they stand in the address, with the question mark. */
  search: string;
}

const keyOf = (owner: string) => `automatrix.views.${owner}`;

/** What this person has saved on this device; what cannot be read counts as nothing. */
export function storedViews(owner: string): SavedView[] {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(keyOf(owner)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isView) : [];
  } catch {
    return [];
  }
}

/** A browser that keeps nothing forgets the views with the page. */
export function storeViews(owner: string, views: SavedView[]): void {
  try {
    window.localStorage.setItem(keyOf(owner), JSON.stringify(views));
  } catch {
    return;
  }
}

const isView = (value: unknown): value is SavedView =>
  isObject(value) && typeof value.name === 'string' && typeof value.search === 'string';
