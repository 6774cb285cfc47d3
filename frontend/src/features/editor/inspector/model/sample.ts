import { withValue, type ScopeEntry } from '@/components/expression/model/scope-tree';
import type { Execution, StepLog } from '@/lib/api-types';
import type { JsonObject, JsonValue } from '@/lib/json';

/** What an execution was started with and what its steps gave. */
export interface Sample {
  input: JsonValue;
  steps: Map<string, { input: JsonValue; output: JsonValue; error: JsonValue }>;
  names: JsonObject;
}

export function sampleOfExecution(execution: Execution, logs: readonly StepLog[]): Sample {
  const steps: Sample['steps'] = new Map();
  for (const log of logs) {
    steps.set(log.nodeId, {
      input: log.input,
      output: log.output ?? undefined,
      error: (log.error ?? undefined) as unknown as JsonValue,
    });
  }
  const { workflowId, workflowName, workflowVersion, id, startedAt, correlationId } = execution;
  return {
    input: execution.input,
    steps,
    names: {
      workflow: { id: workflowId, name: workflowName, version: workflowVersion },
      execution: { id, startedAt, correlationId },
    },
  };
}

/** The scope with what was really there. */
export function withSample(scope: ScopeEntry[], sample: Sample | null): ScopeEntry[] {
  if (sample === null || scope.some((entry) => entry.name === 'event' || entry.name === 'request'))
    return scope;
  return scope.map((entry) => {
    if (entry.name === 'input') return withValue(entry, sample.input);
    if (entry.name === 'steps') return withSteps(entry, sample);
    return withValue(entry, sample.names[entry.name]);
  });
}

function withSteps(steps: ScopeEntry, sample: Sample): ScopeEntry {
  const children = steps.children.map((step) => {
    const held = sample.steps.get(step.name);
    if (!held) return step;
    const parts = step.children.map((part) =>
      part.name === 'output' ? withValue(part, held.output) : withValue(part, held.error),
    );
    return { ...step, children: parts, sample: valuesOf(parts) };
  });
  return { ...steps, children, sample: valuesOf(children) };
}

function valuesOf(entries: ScopeEntry[]): JsonObject {
  return Object.fromEntries(entries.map((entry) => [entry.name, entry.sample]));
}

/** The same answer for the same place, so that what shows it need not be made anew. */
export function remembered(of: (pointer: string) => ScopeEntry[]): (pointer: string) => ScopeEntry[] {
  const known = new Map<string, ScopeEntry[]>();
  return (pointer) => {
    const held = known.get(pointer) ?? of(pointer);
    known.set(pointer, held);
    return held;
  };
}
