import { handleInWords, nodeName } from '@/components/graph/model/graph';
import { objectOf } from '@/components/schema-form/model/schema';
import type { Catalogue } from '@/features/editor/model/catalogue';
import type { Definition } from '@/features/editor/model/steps';
import { missingAt, titleIn } from '@/features/editor/problems/missing';
import type { WorkflowProblem } from '@/lib/api-types';

/**
 * The problems as the builder's reader needs them: what to do, and the names that stand on the screen in place of those
 * that programs use. A sentence of which nothing is known stays as the server said it.
 */
export function problemsInWords(
  problems: readonly WorkflowProblem[],
  definition: Definition,
  catalogue: Catalogue,
): WorkflowProblem[] {
  const said = new Set<string>();
  return problems
    .map((problem) => ({ ...problem, message: sentence(problem, definition, catalogue) }))
    .filter(({ pointer, message }) => {
      const key = `${pointer ?? ''} ${message}`;
      const isNew = !said.has(key);
      said.add(key);
      return isNew;
    });
}

/** A workflow without steps is no mistake, but a beginning: what comes next is said as a hint. */
export function welcoming(problems: readonly WorkflowProblem[]): WorkflowProblem[] {
  return problems.map((problem) =>
    problem.code === 'graph.empty' ? { ...problem, severity: 'HINT', message: 'Add a first step.' } : problem,
  );
}

function sentence(problem: WorkflowProblem, definition: Definition, catalogue: Catalogue): string {
  const { message, nodeId, pointer } = problem;
  if (isMissingEvent(pointer ?? '', definition)) return 'Choose the event that starts the workflow.';
  const node = definition.nodes.find((one) => one.id === nodeId);
  const type = node && catalogue.get(node.type);

  const missing = problem.code === 'config.invalid' ? missingAt(pointer ?? '', definition, catalogue) : null;
  if (missing !== null) return `Fill in ${missing}.`;
  return withNames(message, nameOf, definition, catalogue);

  function nameOf(name: string): string | null {
    if (type && name in objectOf(type.configSchema.properties)) return titleIn(type.configSchema, name);
    if (type?.handles.includes(name)) return `“${handleInWords(name) ?? 'Then'}”`;
    return name === 'timeout' ? '“Timeout”' : null;
  }
}

function isMissingEvent(pointer: string, { triggers = [] }: Definition): boolean {
  const at = /^\/triggers\/(\d+)\/eventType$/.exec(pointer)?.[1];
  const trigger = at === undefined ? undefined : triggers[Number(at)];
  return trigger?.type === 'event' && trigger.eventType === '';
}

/** Steps, step types and what is quoted by the names that people see. */
function withNames(
  message: string,
  nameOf: (quoted: string) => string | null,
  { nodes }: Definition,
  catalogue: Catalogue,
): string {
  const types = new Map(catalogue);
  return message
    .replace(/(\b[Ss]tep )"([^"]+)"/g, (whole, word: string, id: string) => {
      const node = nodes.find((one) => one.id === id);
      return node ? `${word}“${nodeName(node, id, types)}”` : whole;
    })
    .replace(/\bhandle "([^"]+)"/g, (_, id: string) => `way on “${handleInWords(id) ?? 'Then'}”`)
    .replace(/"([^"]+)"/g, (whole, name: string) => nameOf(name) ?? whole)
    .replace(/\ban? ([a-z]+\.[A-Za-z]+)\b/g, (whole, name: string) => {
      const title = catalogue.get(name)?.title;
      return title === undefined ? whole : `a step “${title}”`;
    })
    .replace(/\b[a-z]+\.[A-Za-z]+\b/g, (name) => {
      const title = catalogue.get(name)?.title;
      return title === undefined ? name : `“${title}”`;
    });
}
