import type { WorkflowProblem } from '@/lib/api-types';
import type { WorkflowDefinition } from '@/lib/definition';
import type { JsonValue } from '@/lib/json';

export interface NearTemplate {
  slug: string;
  name: string;
  summary: string;
}

/** A definition that was made from words, and that nobody has saved. */
export interface WordsDraft {
  basis: 'model' | 'template';
  name: string;
  definition: WorkflowDefinition;
  explanation: string;
  problems: WorkflowProblem[];
  template?: NearTemplate;
  /** What of the template was taken from the words. */
  parameters: { name: string; title: string; value: JsonValue; words: string }[];
  alternatives: NearTemplate[];
  notes: string[];
}

/** Why an execution went the way it did. */
export interface ExecutionExplanation {
  basis: 'log' | 'model';
  text: string;
  sentences: { stepRunId?: string; text: string }[];
  failure?: { stepRunId?: string; stepName?: string; code: string; message: string; whatToDo: string };
}
