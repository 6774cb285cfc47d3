import type { Category, Template } from '@/lib/api-types';
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

export interface SavedTemplate {
  template: Template;
  /** False where the newest version says the same already. */
  isNew: boolean;
}

const CREATED = 201;

/** What is done to templates besides making workflows of them. */
export const templatesApi = {
  save: async (document: TemplateDocument): Promise<SavedTemplate> => {
    const response = await client.open('/api/templates', { method: 'POST', body: document });
    return { template: (await response.json()) as Template, isNew: response.status === CREATED };
  },
};
