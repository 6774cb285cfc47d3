import type { Trigger, WorkflowDefinition, WorkflowNode } from '@/lib/definition';

/** The definition with a step changed; what is set to undefined is left out. */
export function changedNode(
  definition: WorkflowDefinition,
  id: string,
  change: Partial<WorkflowNode>,
): WorkflowDefinition {
  return {
    ...definition,
    nodes: definition.nodes.map((node) => (node.id === id ? compact({ ...node, ...change }) : node)),
  };
}

export function changedTrigger(
  definition: WorkflowDefinition,
  at: number,
  trigger: Trigger | null,
): WorkflowDefinition {
  const triggers = definition.triggers ?? [];
  const next =
    trigger === null
      ? triggers.filter((_, index) => index !== at)
      : triggers.map((held, index) => (index === at ? compact(trigger) : held));
  return withOptional(definition, 'triggers', next.length === 0 ? undefined : next);
}

export function addedTrigger(definition: WorkflowDefinition, type: Trigger['type']): WorkflowDefinition {
  const triggers = definition.triggers ?? [];
  const id = freeId(type, new Set(triggers.map((one) => one.id)));
  const made: Trigger =
    type === 'event'
      ? { id, type, eventType: '' }
      : type === 'schedule'
        ? { id, type, cron: '0 9 * * MON-FRI' }
        : { id, type };
  return { ...definition, triggers: [...triggers, made] };
}

export function withOptional<K extends 'input' | 'triggers' | 'settings'>(
  definition: WorkflowDefinition,
  key: K,
  value: WorkflowDefinition[K] | undefined,
): WorkflowDefinition {
  const isEmpty = value === undefined || Object.keys(value).length === 0;
  const { [key]: _, ...rest } = definition;
  return (isEmpty ? rest : { ...rest, [key]: value }) as WorkflowDefinition;
}

/** Without the fields that were emptied, but for the event of a trigger, which it must have. */
export function compact<T extends object>(object: T): T {
  return Object.fromEntries(
    Object.entries(object as Record<string, unknown>).filter(
      ([key, value]) => key === 'eventType' || (value !== undefined && value !== ''),
    ),
  ) as T;
}

const ID = /^[A-Za-z][\w-]{0,63}$/;

/** Why a step cannot be called so; null when it can. */
export function idProblem(definition: WorkflowDefinition, from: string, to: string): string | null {
  if (to === from) return null;
  if (!ID.test(to)) return 'Use up to 64 letters, digits, _ and -, beginning with a letter.';
  return definition.nodes.some((node) => node.id === to) ? 'Another step is called so already.' : null;
}

function freeId(base: string, taken: ReadonlySet<string>): string {
  for (let at = 1; ; at += 1) {
    const id = at === 1 ? base : `${base}${at}`;
    if (!taken.has(id)) return id;
  }
}
