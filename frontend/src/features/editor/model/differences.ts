import { EMPTY_NOTE, noteName } from '@/components/graph/model/notes';
import { inWords } from '@/lib/format/words';
import { sameJson } from './same';
import { edgeId, nodesById, type Definition } from './steps';
import { triggersOf } from './triggers';

export interface Difference {
  kind: 'added' | 'removed' | 'changed';
  words: string;
  /** What of it differs. */
  fields: string[];
}

/** What the second definition has otherwise than the first, but for places. */
export function differences(before: Definition, after: Definition): Difference[] {
  return [
    ...compared(
      before.nodes,
      after.nodes,
      (node) => node.id,
      (node) => `Step “${node.name ?? node.id}”`,
    ),
    ...compared(
      before.edges,
      after.edges,
      edgeId,
      (edge) => `From ${nameOf(before, after, edge.source)} to ${nameOf(before, after, edge.target)}`,
    ),
    ...compared(
      triggersOf(before),
      triggersOf(after),
      (trigger) => trigger.id,
      (trigger) => `Start by ${inWords(trigger.type).toLowerCase()}`,
    ),
    ...compared(
      before.notes ?? [],
      after.notes ?? [],
      (note) => note.id,
      (note) => `Note “${noteName(note.text) || EMPTY_NOTE}”`,
    ),
    ...(sameJson(before.input, after.input)
      ? []
      : [{ kind: 'changed' as const, words: 'The input', fields: [] }]),
    ...(sameJson(before.settings, after.settings)
      ? []
      : [{ kind: 'changed' as const, words: 'The settings', fields: [] }]),
  ];
}

function nameOf(before: Definition, after: Definition, id: string): string {
  const node = nodesById(after).get(id) ?? nodesById(before).get(id);
  return `“${node?.name ?? id}”`;
}

const PLACE = 'position';

function compared<T extends object>(
  before: readonly T[],
  after: readonly T[],
  key: (one: T) => string,
  words: (one: T) => string,
): Difference[] {
  const old = new Map(before.map((one) => [key(one), one]));
  const fresh = new Map(after.map((one) => [key(one), one]));
  const kept = after.flatMap((one): Difference[] => {
    const was = old.get(key(one));
    if (!was) return [{ kind: 'added', words: words(one), fields: [] }];
    const fields = fieldsThatDiffer(was, one);
    return fields.length === 0 ? [] : [{ kind: 'changed', words: words(one), fields }];
  });
  const gone = before.filter((one) => !fresh.has(key(one)));
  return [...kept, ...gone.map((one): Difference => ({ kind: 'removed', words: words(one), fields: [] }))];
}

function fieldsThatDiffer(before: object, after: object): string[] {
  const [old, fresh] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].filter(
    (name) => name !== PLACE && !sameJson(old[name], fresh[name]),
  );
}
