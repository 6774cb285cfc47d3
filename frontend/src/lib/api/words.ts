import type { WorkflowDefinition } from '@/lib/definition';
import { client } from '@/lib/http/client';
import type { ExecutionExplanation, WordsDraft } from '@/lib/words-types';

/** Workflows made of words, and words made of workflows and executions. */
export const wordsApi = {
  /** Makes a draft; what there is already is changed, unless it has no steps. */
  draft: (description: string, definition: WorkflowDefinition) =>
    client.json<WordsDraft>('/api/ai/draft-workflow', { method: 'POST', body: { description, definition } }),
  explainExecution: (executionId: string) =>
    client.json<ExecutionExplanation>('/api/ai/explain-execution', { method: 'POST', body: { executionId } }),
};
