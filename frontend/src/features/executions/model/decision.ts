import type { Execution, StepLog } from '@/lib/api-types';
import type { WorkflowNode } from '@/lib/definition';
import { isObject, valueAt, type JsonValue } from '@/lib/json';

/** A condition that a step has looked at, and what it came to. */
export interface Decision {
  expression: string;
  /** Undefined if it was not written down. */
  value: JsonValue;
  holds: boolean | null;
  /** The way that it opens; null for the only condition of a step. */
  handle: string | null;
  /** What the expression is made of, with the values of the execution. */
  parts: { path: string; value: JsonValue }[];
}

interface Known {
  execution: Pick<Execution, 'input'>;
  rows: StepLog[];
}

/** Why a deciding step went the way it did; nothing for any other step. */
export function decisionsOf(log: StepLog, node: WorkflowNode | null, known: Known): Decision[] {
  const told = toldBy(log);
  const written = told.length > 0 ? told : writtenIn(node, log);
  return written.map((decision) => ({ ...decision, parts: partsOf(decision.expression, known) }));
}

type Bare = Omit<Decision, 'parts'>;

/** What the step itself has said. */
function toldBy(log: StepLog): Bare[] {
  const explanation = log.explanation ?? (isObject(log.output) ? log.output.explanation : undefined);
  const list = Array.isArray(explanation) ? explanation : [explanation];
  return list.flatMap((one) =>
    isObject(one) && typeof one.expression === 'string'
      ? [
          {
            expression: bare(one.expression),
            value: one.value,
            holds: typeof one.holds === 'boolean' ? one.holds : null,
            handle: typeof one.handle === 'string' ? one.handle : null,
          },
        ]
      : [],
  );
}

/** What the definition asks, with the ways that were taken. */
function writtenIn(node: WorkflowNode | null, log: StepLog): Bare[] {
  const config: Record<string, unknown> = isObject(node?.config) ? node.config : {};
  if (log.status !== 'COMPLETED') return [];
  if (log.stepType === 'flow.if' && typeof config.condition === 'string') {
    const result = isObject(log.output) ? log.output.result : undefined;
    const holds = typeof result === 'boolean' ? result : (log.handles?.includes('true') ?? null);
    return [{ expression: bare(config.condition), value: undefined, holds, handle: null }];
  }
  if (log.stepType !== 'flow.switch' || !Array.isArray(config.cases)) return [];
  return config.cases.flatMap((one: unknown) =>
    isObject(one) && typeof one.when === 'string' && typeof one.handle === 'string'
      ? [
          {
            expression: bare(one.when),
            value: undefined,
            holds: log.handles?.includes(one.handle) ?? null,
            handle: one.handle,
          },
        ]
      : [],
  );
}

const bare = (expression: string) => expression.replace(/^\{\{\s*|\s*\}\}$/g, '');

const REFERENCE = /\b(?:input|steps\.\w+\.output)(?:\.\w+)*/g;

/** The inputs and outputs that the expression names. */
function partsOf(expression: string, { execution, rows }: Known): Decision['parts'] {
  const withoutTexts = expression.replace(/'[^']*'|"[^"]*"/g, "''");
  const paths = [...new Set(withoutTexts.match(REFERENCE) ?? [])];
  return paths.map((path) => {
    const [root = '', ...rest] = path.split('.');
    if (root === 'input') return { path, value: valueAt(execution.input, pointer(rest)) };
    const [step, , ...fields] = rest;
    const output = rows.findLast((row) => row.stepRunId === step && row.output !== undefined)?.output;
    return { path, value: valueAt(output, pointer(fields)) };
  });
}

/** The steps whose outputs the decisions rest on. */
export function stepsNamedIn(decisions: Decision[]): string[] {
  const steps = decisions.flatMap(({ parts }) =>
    parts.flatMap(({ path }) => /^steps\.(\w+)\./.exec(path)?.[1] ?? []),
  );
  return [...new Set(steps)];
}

const pointer = (fields: string[]) => fields.map((field) => `/${field}`).join('');
