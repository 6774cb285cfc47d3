import type { Category, Page } from '@/lib/api-types';
import type { Template } from '@/lib/template-types';
import type { WorkflowDefinition } from '@/lib/definition';
import { client } from '@/lib/http/client';
import type { JsonObject } from '@/lib/json';

/** A template as a document, as it is saved. */
export interface TemplateDocument {
  slug: string;
  name: string;
  category: Category;
  summary: string;
  description: string;
  kpi?: string;
  tags: string[];
  parameters: JsonObject[];
  definition: WorkflowDefinition;
  tests: JsonObject[];
}

/** One version of a template, in a list of them. */
export interface TemplateVersion {
  id: string;
  slug: string;
  version: number;
  name: string;
  createdAt: string;
  createdBy: string;
}

export interface SavedTemplate {
  template: Template;
  /** False where the newest version says the same already. */
  isNew: boolean;
}

export type DocumentFormat = 'json' | 'yaml';

const CREATED = 201;

const pathOf = (idOrSlug: string) => `/api/templates/${encodeURIComponent(idOrSlug)}`;

/** What is done to templates besides making workflows of them. */
export const templatesApi = {
  /** The newest version of a template; none if it is not there any more. */
  newest: async (slug: string) => {
    const path = `/api/templates/latest?slugs=${encodeURIComponent(slug)}`;
    return (await client.json<Page<TemplateVersion>>(path)).items[0] ?? null;
  },
  versions: (slug: string) => client.json<Page<TemplateVersion>>(`${pathOf(slug)}/versions`),
  export: async (idOrSlug: string, format: DocumentFormat) =>
    (await client.open(`${pathOf(idOrSlug)}/export?format=${format}`)).blob(),
  /** With all its versions. */
  remove: (slug: string) => client.json<undefined>(pathOf(slug), { method: 'DELETE' }),
  /** A template that was put together here, or a document in JSON or YAML. */
  save: async (document: TemplateDocument | Blob): Promise<SavedTemplate> => {
    const response = await client.open('/api/templates', { method: 'POST', body: document });
    return { template: (await response.json()) as Template, isNew: response.status === CREATED };
  },
};
