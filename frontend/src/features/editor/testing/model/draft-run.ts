import type { StepType } from '@/lib/api-types';
import type { Mock, SimulatedStep, TestCase, TestResult } from '@/lib/building-types';
import type { WorkflowDefinition, WorkflowNode } from '@/lib/definition';
import { entryOf } from '@/components/expression/model/scope-tree';
import { isObject, type JsonObject, type JsonValue } from '@/lib/json';

/** What a step is answered in a test run instead of being really done; null when the engine does it itself. */
export interface Pin {
  output: JsonValue;
  handle: string | null;
}

export type Pins = ReadonlyMap<string, Pin>;

/** Whether somebody else than the engine does the step, so that a test run needs an answer. */
export function needsAnswer(type: StepType | undefined): boolean {
  if (!type) return true;
  const isEngines = type.worker === 'engine' && type.available && type.category !== 'human';
  return !isEngines || type.type === 'flow.call';
}

/** What is answered where nothing is pinned: a value as the schema has it, and the first way on. */
export function sampleAnswer(node: WorkflowNode, type: StepType | undefined, schema: JsonObject): Pin {
  const output = entryOf(schema, 'output', 'output').sample;
  const handle = handlesOf(node, type)[0] ?? 'out';
  const labelled =
    node.type === 'ai.classify' && isObject(output) ? { ...output, label: handle, confidence: 0.9 } : output;
  return { output: labelled, handle: handle === 'out' ? null : handle };
}

/** The ways on from a step that an answer can take. */
export function handlesOf(node: WorkflowNode, type: StepType | undefined): string[] {
  const fixed = (type?.handles ?? ['out']).filter((handle) => handle !== 'error');
  const path = type?.dynamicHandles?.replace(/^config\./, '');
  const held = path === undefined ? undefined : (node.config as JsonObject | undefined)?.[path];
  const own = (Array.isArray(held) ? held : []).flatMap((one) => {
    const name = isObject(one) ? (one.label ?? one.handle) : one;
    return typeof name === 'string' ? [name] : [];
  });
  return [...own, ...fixed];
}

/** The draft with an input and answers as one test that expects nothing but an end. */
export function runAsTest(input: JsonValue, trigger: string | null, answers: Pins): TestCase {
  const mocks = Object.fromEntries(
    [...answers].map(([id, { output, handle }]): [string, Mock[]] => [
      id,
      [{ ...(output === undefined ? {} : { output }), ...(handle === null ? {} : { handle }) }],
    ]),
  );
  return {
    name: 'Test run',
    ...(trigger === null ? {} : { trigger }),
    ...(input === undefined ? {} : { input }),
    ...(Object.keys(mocks).length === 0 ? {} : { mocks }),
    expect: { status: 'COMPLETED' },
  };
}

export type RunStatus = 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'SKIPPED';

/** What the canvas shows of a step. */
export interface NodeRunState {
  status: RunStatus;
  attempts: number;
  durationMs: number | null;
  input?: JsonValue;
  output?: JsonValue;
  error?: { code: string; message: string } | null;
}

/** The state of each step after the first `shown` attempts; once all are, the others are skipped. */
export function statesAfter(
  definition: WorkflowDefinition,
  result: TestResult,
  shown: number,
): Map<string, NodeRunState> {
  const states = new Map<string, NodeRunState>();
  for (const step of result.steps.slice(0, shown)) states.set(step.nodeId, stateOf(step));
  if (shown >= result.steps.length) {
    for (const node of definition.nodes) {
      if (!states.has(node.id)) states.set(node.id, { status: 'SKIPPED', attempts: 0, durationMs: null });
    }
  }
  return states;
}

export function stateOf(step: SimulatedStep): NodeRunState {
  return {
    status: step.status,
    attempts: step.attempt,
    durationMs: took(step),
    input: step.input,
    output: step.output,
    error: step.error ?? null,
  };
}

export function took({ startedAt, finishedAt }: SimulatedStep): number | null {
  return startedAt && finishedAt ? Date.parse(finishedAt) - Date.parse(startedAt) : null;
}

const SENDS = new Set(['email.send', 'sms.send', 'webhook.send', 'event.publish', 'http.request']);

/** What would have gone out. */
export function sentBy(result: TestResult): SimulatedStep[] {
  return result.steps.filter((step) => SENDS.has(step.stepType));
}

/** The failures that say something: a run expects nothing, so that "it ended otherwise" is its result already. */
export function complaintsOf(result: TestResult): string[] {
  return result.failures.filter(({ code }) => code !== 'test.status').map(({ message }) => message);
}
