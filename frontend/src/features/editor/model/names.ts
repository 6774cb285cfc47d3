import type { Definition } from './steps';

const ID = /^[A-Za-z][\w-]{0,63}$/;

export function isId(text: string): boolean {
  return ID.test(text);
}

/** A name that no step has yet: "wait", then "wait2", "wait3". */
export function freshId(taken: ReadonlySet<string>, wish: string): string {
  const base = wish.replace(/\d+$/, '').slice(0, 58) || 'step';
  if (!taken.has(wish) && isId(wish)) return wish;
  if (!taken.has(base) && isId(base)) return base;
  let number = 2;
  while (taken.has(`${base}${number}`)) number += 1;
  return `${base}${number}`;
}

export function idsOf(definition: Definition): Set<string> {
  return new Set(definition.nodes.map((node) => node.id));
}

/** Why a step cannot be called so; null if it can. */
export function renameRefusal(definition: Definition, from: string, to: string): string | null {
  if (!isId(to)) return 'A name for expressions begins with a letter and has letters, digits, _ and - only.';
  if (to !== from && idsOf(definition).has(to)) return `Another step is called “${to}” already.`;
  return null;
}
