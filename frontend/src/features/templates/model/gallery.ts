import type { Category } from '@/lib/api-types';
import type { TemplateSummary } from '@/lib/template-types';
import { CATEGORIES } from '@/lib/categories';

/** The categories that have templates, in the order of the departments. */
export function categoriesOf(templates: TemplateSummary[]): Category[] {
  return CATEGORIES.filter((category) => templates.some((template) => template.category === category));
}

export function matching(
  templates: TemplateSummary[],
  filters: { query: string; category: string },
): TemplateSummary[] {
  const words = filters.query.toLowerCase().split(/\s+/).filter(Boolean);
  return templates.filter((template) => {
    const { name, summary, description, tags } = template;
    const text = [name, summary, description ?? '', ...tags].join(' ').toLowerCase();
    const inCategory = filters.category === '' || template.category === filters.category;
    return inCategory && words.every((word) => text.includes(word));
  });
}
