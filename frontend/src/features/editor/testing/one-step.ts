import type { ScopeEntry } from '@/components/expression/model/scope-tree';
import { freshId, idsOf } from '@/features/editor/model/names';
import { handleOf, withInside } from '@/features/editor/model/steps';
import { runAsTest, type Pin, type Pins } from '@/features/editor/testing/model/draft-run';
import type { Mock, SimulatedStep, TestCase, TestResult } from '@/lib/building-types';
import type { WorkflowDefinition, WorkflowEdge, WorkflowNode } from '@/lib/definition';
import { isObject, type JsonObject, type JsonValue } from '@/lib/json';

/** What a run of the whole draft was started with, and what its steps gave. */
export interface PastRun {
  input: JsonValue;
  result: TestResult;
}

/** What the engine says by itself in each run. */
const ENGINES = new Set(['workflow', 'execution', 'index', 'vars']);
/** A type that a simulation answers as it is told. */
const STAND_IN = 'http.request';

/** The data that a step sees by itself: what is pinned, else what the last run gave, else samples. */
export function dataSeen(scope: readonly ScopeEntry[], pins: Pins, past: PastRun | null): JsonObject {
  const seen = scope.filter((entry) => !ENGINES.has(entry.name));
  return Object.fromEntries(
    seen.map((entry) => {
      if (entry.name === 'input') return ['input', past === null ? entry.sample : past.input];
      return [entry.name, entry.name === 'steps' ? stepsSeen(entry, pins, past) : entry.sample];
    }),
  );
}

function stepsSeen(steps: ScopeEntry, pins: Pins, past: PastRun | null): JsonObject {
  return Object.fromEntries(
    steps.children.map(({ name, sample }) => {
      const pin = pins.get(name);
      const ran = past?.result.steps.findLast((one) => one.nodeId === name && one.status === 'COMPLETED');
      const held = isObject(sample) ? sample : {};
      if (pin === undefined && ran === undefined) return [name, held];
      return [name, { ...held, output: pin === undefined ? ran?.output : pin.output }];
    }),
  );
}

export interface Trial {
  definition: WorkflowDefinition;
  test: TestCase;
}

/**
 * A workflow of only this step, with stand-ins that give what the steps before it gave, and in a loop of one round if it
 * sees an item. What is inside of a container comes with it.
 */
export function trialOf(
  definition: WorkflowDefinition,
  node: WorkflowNode,
  data: JsonObject,
  answers: Pins,
): Trial {
  const inside = withInside(definition, [node.id]);
  const loop = 'item' in data ? loopFor(definition) : null;
  const before = standIns(definition, node, data);
  const first = loop?.node.id ?? node.id;
  const held = definition.nodes.filter((one) => one.id !== node.id && inside.has(one.id));
  const nodes = [
    ...before.map(({ id }) => standIn(id)),
    ...(loop === null ? [] : [standIn(loop.source), loop.node]),
    alone(node, loop?.node.id),
    ...held,
  ];
  const edges = [
    ...before.map(({ id, fails }) => edge(id, first, fails)),
    ...(loop === null ? [] : [edge(loop.source, first, false)]),
    ...definition.edges.filter(
      (one) => one.source !== node.id && inside.has(one.source) && inside.has(one.target),
    ),
  ];
  const own = new Map([...answers].filter(([id]) => inside.has(id)));
  const test = runAsTest(data.input, null, own);
  const mocks: Record<string, Mock[]> = {
    ...test.mocks,
    ...Object.fromEntries(before.map(({ id, mock }) => [id, [mock]])),
    ...(loop === null ? {} : { [loop.source]: [{ output: [data.item] }] }),
  };
  return {
    definition: { specVersion: definition.specVersion, nodes, edges },
    test: { ...test, ...(Object.keys(mocks).length === 0 ? {} : { mocks }) },
  };
}

interface StandIn {
  id: string;
  fails: boolean;
  mock: Mock;
}

/** One for each step whose output it sees; a step whose failure leads here fails. */
function standIns(definition: WorkflowDefinition, node: WorkflowNode, data: JsonObject): StandIn[] {
  const steps = isObject(data.steps) ? data.steps : {};
  return Object.entries(steps).map(([id, value]) => {
    const { output, error } = isObject(value) ? value : {};
    const fails = definition.edges.some(
      (one) => one.source === id && one.target === node.id && handleOf(one) === 'error',
    );
    return { id, fails, mock: fails ? { error: errorOf(error) } : output === undefined ? {} : { output } };
  });
}

function errorOf(value: JsonValue): NonNullable<Mock['error']> {
  const { code, message } = isObject(value) ? value : {};
  return {
    code: typeof code === 'string' ? code : 'failed',
    message: typeof message === 'string' ? message : 'The step failed.',
    retryable: false,
  };
}

function standIn(id: string): WorkflowNode {
  return { id, type: STAND_IN, config: {} };
}

function edge(source: string, target: string, fails: boolean): WorkflowEdge {
  return fails ? { source, sourceHandle: 'error', target } : { source, target };
}

/** A loop over what a stand-in gives, under names that nothing else has. */
function loopFor(definition: WorkflowDefinition) {
  const taken = idsOf(definition);
  const source = freshId(taken, 'items');
  const id = freshId(new Set([...taken, source]), 'round');
  const node: WorkflowNode = { id, type: 'flow.foreach', config: { items: `{{ steps.${source}.output }}` } };
  return { source, node };
}

/** The step without what ties it to others. */
function alone(node: WorkflowNode, parent: string | undefined): WorkflowNode {
  const { parent: _, join: __, cancelOthers: ___, compensation: ____, ...rest } = node;
  return parent === undefined ? rest : { ...rest, parent };
}

/** What became of the step; null if the run did not come to it. */
export function runOf(result: TestResult, id: string): SimulatedStep | null {
  return result.steps.findLast((one) => one.nodeId === id) ?? null;
}

/** Why nothing more is to be seen, in sentences. */
export function obstaclesOf(result: TestResult): string[] {
  return result.failures
    .filter(({ code }) => code !== 'test.status')
    .map(({ code, message }) =>
      code === 'test.never-ends'
        ? 'It waits here for something that does not come while it is tried alone: a sample event that does not fit it does not count. Try the whole workflow to go on.'
        : message,
    );
}

/** The output of a step as it can be pinned. */
export function pinOf({ output, handles }: SimulatedStep): Pin {
  const [handle = 'out'] = handles;
  return { output, handle: handle === 'out' ? null : handle };
}
