import type {
  AiCallDetail,
  AiCallSummary,
  AiModel,
  Budget,
  BudgetUse,
  DiffPart,
  Prompt,
  PromptCase,
  PromptCases,
  PromptContent,
  PromptRun,
  PromptSave,
  PromptSummary,
  PromptUse,
  PromptVersion,
  StoredPromptCase,
  TrialOutcome,
  UsageReport,
} from '@/lib/ai-types';
import type { Page } from '@/lib/api-types';
import { client } from '@/lib/http/client';
import type { JsonObject } from '@/lib/json';

const prompt = (id: string) => `/api/prompts/${encodeURIComponent(id)}`;

function query(filters: Record<string, string>): string {
  const kept = Object.entries(filters).filter(([, value]) => value !== '');
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
}

/** Prompts, models, what they cost and what was asked. */
export const aiApi = {
  prompts: (cursor: string) => client.json<Page<PromptSummary>>(`/api/prompts${query({ cursor })}`),
  prompt: (id: string) => client.json<Prompt>(prompt(id)),
  createPrompt: (body: PromptSave) => client.json<Prompt>('/api/prompts', { method: 'POST', body }),
  changePrompt: (id: string, body: PromptSave) => client.json<Prompt>(prompt(id), { method: 'PUT', body }),
  versions: (id: string) => client.json<PromptVersion[]>(`${prompt(id)}/versions`),
  diff: (id: string, from: number, to: number) =>
    client.json<DiffPart[]>(`${prompt(id)}/diff?from=${from}&to=${to}`),
  uses: (id: string) => client.json<PromptUse[]>(`${prompt(id)}/uses`),
  tryPrompt: (id: string, body: { variables: JsonObject; content: PromptContent; models: string[] }) =>
    client.json<TrialOutcome[]>(`${prompt(id)}/try`, { method: 'POST', body }),
  cases: (id: string) => client.json<PromptCases>(`${prompt(id)}/cases`),
  addCase: (id: string, body: PromptCase) =>
    client.json<StoredPromptCase>(`${prompt(id)}/cases`, { method: 'POST', body }),
  addCaseFromCall: (id: string, body: { callId: string; name: string }) =>
    client.json<StoredPromptCase>(`${prompt(id)}/cases/from-call`, { method: 'POST', body }),
  replaceCase: (id: string, caseId: string, body: PromptCase) =>
    client.json<StoredPromptCase>(`${prompt(id)}/cases/${encodeURIComponent(caseId)}`, {
      method: 'PUT',
      body,
    }),
  removeCase: (id: string, caseId: string) =>
    client.json<undefined>(`${prompt(id)}/cases/${encodeURIComponent(caseId)}`, { method: 'DELETE' }),
  runCases: (id: string, body: { version: number; model?: string }) =>
    client.json<PromptRun>(`${prompt(id)}/cases/run`, { method: 'POST', body }),
  models: () => client.json<AiModel[]>('/api/ai/models'),
  usage: (from: string, to: string) => client.json<UsageReport>(`/api/ai/usage${query({ from, to })}`),
  budgets: () => client.json<BudgetUse[]>('/api/ai/budgets'),
  changeBudgets: (body: Budget[]) => client.json<BudgetUse[]>('/api/ai/budgets', { method: 'PUT', body }),
  calls: (filters: Record<string, string>) =>
    client.json<Page<AiCallSummary>>(`/api/ai/calls${query(filters)}`),
  call: (id: string) => client.json<AiCallDetail>(`/api/ai/calls/${encodeURIComponent(id)}`),
};
