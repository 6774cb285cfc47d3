import type { Category } from '@/lib/api-types';
import type { WorkflowDefinition } from '@/lib/definition';
import type { JsonObject, JsonValue } from '@/lib/json';

/** What is saved of a workflow. */
export interface WorkflowDraft {
  name: string;
  description?: string | null;
  category?: Category | null;
  definition: WorkflowDefinition;
}

/** A workflow's draft with its tests, as it is exported. */
export interface WorkflowExport {
  definition: WorkflowDefinition;
  tests: JsonObject[];
}

export interface FieldChange {
  pointer: string;
  change: 'ADDED' | 'REMOVED' | 'CHANGED';
  before?: JsonValue;
  after?: JsonValue;
}

export interface ElementChange {
  id: string;
  name: string;
  fields: FieldChange[];
}

interface DiffEdge {
  source: string;
  sourceHandle: string;
  target: string;
}

interface DiffElement {
  id: string;
  name?: string;
  type: string;
}

interface DiffNote {
  id: string;
  text: string;
}

/** What differs between two forms of a workflow; `summary` says it in sentences. */
export interface DefinitionDiff {
  from: string;
  to: string;
  summary: string[];
  about: FieldChange[];
  steps: { added: DiffElement[]; removed: DiffElement[]; changed: ElementChange[] };
  edges: { added: DiffEdge[]; removed: DiffEdge[]; changed: { before: DiffEdge; after: DiffEdge }[] };
  triggers: { added: DiffElement[]; removed: DiffElement[]; changed: ElementChange[] };
  notes: { added: DiffNote[]; removed: DiffNote[]; changed: ElementChange[] };
  input: FieldChange[];
  settings: FieldChange[];
  layout: ElementChange[];
  other: FieldChange[];
}
