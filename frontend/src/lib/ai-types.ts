import type { JsonObject, JsonValue } from '@/lib/json';

export interface PromptContent {
  instructions: string;
  variables: JsonObject;
  outputSchema?: JsonObject;
  model?: string;
  maxTokens?: number;
  temperature?: number;
}

export interface PromptSummary {
  id: string;
  name: string;
  description: string;
  version: number;
  changedAt: string;
  changedBy: string;
}

export interface Prompt extends PromptSummary {
  content: PromptContent;
  createdAt: string;
}

export interface PromptVersion {
  version: number;
  content: PromptContent;
  note?: string;
  createdAt: string;
  createdBy: string;
}

export interface PromptSave {
  name: string;
  description: string;
  content: PromptContent;
  note?: string;
  basedOn?: number;
}

export interface DiffPart {
  name: string;
  lines: { change: 'SAME' | 'ADDED' | 'REMOVED'; text: string }[];
}

export interface PromptUse {
  workflowId?: string;
  version?: number;
  calls: number;
  lastAt: string;
}

export interface AiUsage {
  model?: string;
  promptTokens: number;
  completionTokens: number;
  cost?: number;
}

/** What a model answered when a prompt was tried, or why it did not. */
export interface TrialOutcome {
  model: string;
  text?: string;
  json?: JsonValue;
  usage?: AiUsage;
  latencyMs: number;
  code?: string;
  message?: string;
}

/** What has to come of a test of a prompt; what is left out is not looked at. */
export interface PromptExpectation {
  exactly?: string;
  contains?: string[];
  excludes?: string[];
  label?: string;
  fields?: JsonObject;
  schema?: JsonObject;
}

export interface PromptCase {
  name: string;
  variables: JsonObject;
  /** What is sent after the prompt's own messages, as a step adds its own. */
  beside?: { role: 'INSTRUCTIONS' | 'DATA'; text: string }[];
  expect: PromptExpectation;
  /** What a model once answered: shown next to the new answer, never expected. */
  earlier?: string;
}

export interface StoredPromptCase {
  id: string;
  test: PromptCase;
  createdAt: string;
  changedAt: string;
  changedBy: string;
}

export interface PromptCaseResult {
  id: string;
  name: string;
  passed: boolean;
  failures: { pointer: string; message: string }[];
  difference: DiffPart['lines'];
  outcome: TrialOutcome;
}

export interface PromptRun {
  startedAt: string;
  startedBy: string;
  /** Missing: a draft. */
  version?: number;
  model: string;
  usage: AiUsage;
  results: PromptCaseResult[];
}

export interface PromptCases {
  items: StoredPromptCase[];
  lastRun?: PromptRun;
}

export interface AiModel {
  id: string;
  provider: string;
  model: string;
  byDefault: boolean;
  local: boolean;
  /** In US dollars for a million tokens. */
  price?: { input: number; output: number };
}

export interface UsageSum {
  key?: string;
  calls: number;
  failures: number;
  promptTokens: number;
  completionTokens: number;
  cost: number;
}

export interface UsageReport {
  from: string;
  to: string;
  timeZone: string;
  byDay: UsageSum[];
  byWorkflow: UsageSum[];
  byModel: UsageSum[];
  byPrompt: UsageSum[];
}

export interface Budget {
  workflowId?: string;
  period: 'DAY' | 'MONTH';
  maxCost?: number;
  maxCalls?: number;
  whenUsedUp: 'STOP' | 'FALLBACK';
}

export interface BudgetUse extends Budget {
  startsOn: string;
  cost: number;
  calls: number;
}

export interface AiCallSummary {
  id: string;
  startedAt: string;
  latencyMs: number;
  purpose: string;
  provider: string;
  model: string;
  executionId?: string;
  workflowId?: string;
  prompt?: string;
  promptVersion?: number;
  round: number;
  outcome: string;
  degraded: boolean;
  promptTokens: number;
  completionTokens: number;
  cost?: number;
  hash: string;
  hasFullText: boolean;
}

export interface AiCallDetail extends AiCallSummary {
  messages?: { role: 'INSTRUCTIONS' | 'DATA' | 'ANSWER' | 'CORRECTION'; text: string }[];
  answer?: string;
}
