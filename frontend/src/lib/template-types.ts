import type { Category, TriggerSummary } from '@/lib/api-types';
import type { WorkflowDefinition } from '@/lib/definition';
import type { JsonObject, JsonValue } from '@/lib/json';

export type ParameterType = 'string' | 'number' | 'integer' | 'boolean' | 'duration' | 'enum' | 'list';

export interface ParameterOption {
  value: JsonValue;
  title?: string | null;
}

export interface TemplateParameter {
  name: string;
  title: string;
  description?: string | null;
  type: ParameterType;
  required: boolean;
  default?: JsonValue;
  example?: JsonValue;
  options?: ParameterOption[] | null;
  /** The schema of each entry of a list. */
  items?: JsonObject | null;
  minLength?: number | null;
  maxLength?: number | null;
  pattern?: string | null;
  minimum?: number | null;
  maximum?: number | null;
}

/** What has to be there before workflows of a template can do their work. */
export interface TemplateNeeds {
  eventTypes: string[];
  /** Step types of the product that cannot be executed yet. */
  requires: string[];
  /** Step types that another system has to register. */
  externalStepTypes: string[];
  credentials: string[];
  settings: string[];
}

export interface TemplateSummary {
  id: string;
  slug: string;
  /** Whether it comes with the product or is one of the dealership. */
  owner: 'PRODUCT' | 'DEALER';
  name: string;
  category: Category;
  summary: string;
  description?: string | null;
  kpi?: string | null;
  tags: string[];
  version: number;
  triggers: TriggerSummary[];
  stepTypes: string[];
  needs: TemplateNeeds;
  parameters: TemplateParameter[];
  testCount: number;
}

export interface Template extends TemplateSummary {
  latestVersion: number;
  /** With placeholders. */
  definition: WorkflowDefinition;
  /** With the defaults filled in, examples where there is none. */
  preview: WorkflowDefinition;
}

export interface TemplateAnswers {
  name?: string;
  parameters: JsonObject;
}

export interface InstantiatedWorkflow {
  workflowId: string;
  name: string;
  href: string;
}
