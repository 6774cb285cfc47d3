import type { ExecutionError, StepError } from '@/lib/api-types';
import type { JsonObject, JsonValue } from '@/lib/json';

/** What the builder of workflows asks besides drafts and versions. */

export interface ExpressionProblem {
  code: string;
  message: string;
  /** Index of the character at which it was noticed. */
  position?: number | null;
}

export type Evaluated = { value: JsonValue; type: string } | { problem: ExpressionProblem };

export interface CredentialName {
  name: string;
  kind?: string | null;
}

export interface TableName {
  name: string;
  description?: string | null;
}

export interface SchedulePreview {
  timeZone: string;
  next: string[];
}

export interface Mock {
  output?: JsonValue;
  handle?: string;
  error?: { code: string; message: string; retryable: boolean };
  after?: string;
}

/** As test-case.schema.json has it. */
export interface TestCase {
  name: string;
  description?: string;
  trigger?: string;
  startsAt?: string;
  input?: JsonValue;
  vars?: JsonObject;
  mocks?: Record<string, Mock[]>;
  compensations?: Record<string, Mock[]>;
  events?: { after: string; type: string; data?: JsonValue }[];
  expect: {
    status?: 'COMPLETED' | 'FAILED' | 'CANCELLED';
    path?: string[];
    notRun?: string[];
    undone?: string[];
    outputs?: JsonObject;
    output?: JsonValue;
    errorCode?: string;
    within?: string;
  };
}

export interface TestFailure {
  pointer: string;
  code: string;
  message: string;
}

/** One attempt of a step run; times are by the clock of the test. */
export interface SimulatedStep {
  stepRunId: string;
  nodeId: string;
  stepType: string;
  attempt: number;
  status: 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';
  input?: JsonValue;
  output?: JsonValue;
  error?: StepError | null;
  handles: string[];
  startedAt?: string | null;
  finishedAt?: string | null;
}

export interface TestResult {
  name: string;
  passed: boolean;
  failures: TestFailure[];
  status: string;
  output?: JsonValue;
  error?: ExecutionError | null;
  startedAt: string;
  endedAt: string;
  steps: SimulatedStep[];
}

export interface WorkflowTest {
  id: string;
  test: TestCase;
  createdAt: string;
  updatedAt: string;
  updatedBy: string;
}
