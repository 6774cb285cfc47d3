import { queryOptions } from '@tanstack/react-query';
import { templatesApi } from '@/lib/api/templates';

/** What is asked of the versions of templates. */
export const templateQueries = {
  newest: (slug: string) =>
    queryOptions({ queryKey: ['template', slug, 'newest'], queryFn: () => templatesApi.newest(slug) }),
  versions: (slug: string) =>
    queryOptions({
      queryKey: ['template', slug, 'versions'],
      queryFn: async () => (await templatesApi.versions(slug)).items,
    }),
};
