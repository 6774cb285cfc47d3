import type { EventType } from '@/lib/api-types';

/** The categories that have event types, in the order in which they come first. */
export function categoriesOf(types: EventType[]): string[] {
  return [...new Set(types.map(({ category }) => category))];
}

export function matching(types: EventType[], filters: { query: string; category: string }): EventType[] {
  const words = filters.query.toLowerCase().split(/\s+/).filter(Boolean);
  return types.filter((type) => {
    const text = [type.type, type.title, type.description, type.topic].join(' ').toLowerCase();
    const inCategory = filters.category === '' || type.category === filters.category;
    return inCategory && words.every((word) => text.includes(word));
  });
}
