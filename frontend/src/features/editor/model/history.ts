import type { Definition } from './steps';

/** A definition, and what was done to get it. */
export interface Moment {
  definition: Definition;
  label: string;
  /** Changes of one kind that follow each other, such as letters of one field, are undone together. */
  joins: string | null;
}

export interface History {
  past: readonly Moment[];
  present: Moment;
  future: readonly Moment[];
}

const KEPT = 200;

export function historyOf(definition: Definition): History {
  return { past: [], present: { definition, label: 'Opened', joins: null }, future: [] };
}

export function recorded(
  history: History,
  definition: Definition,
  label: string,
  joins: string | null = null,
): History {
  const { past, present } = history;
  if (definition === present.definition) return history;
  const moment = { definition, label, joins };
  if (joins !== null && present.joins === joins && past.length > 0)
    return { past, present: moment, future: [] };
  return { past: [...past, present].slice(-KEPT), present: moment, future: [] };
}

export function undone(history: History): History {
  const last = history.past.at(-1);
  if (!last) return history;
  return { past: history.past.slice(0, -1), present: last, future: [history.present, ...history.future] };
}

export function redone(history: History): History {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.present], present: next, future };
}
