import { findEntry, partsOf, typeInWords, type ScopeEntry } from '@/components/expression/model/scope-tree';
import { inWords } from '@/lib/format/words';
import type { JsonValue } from '@/lib/json';

const ROOTS: Record<string, string> = {
  input: 'What it starts with',
  steps: 'Earlier steps',
  item: 'The item of this round',
  index: 'The number of this round',
  workflow: 'The workflow',
  execution: 'This execution',
  vars: 'The dealership',
  event: 'The event',
  request: 'The request',
};

/** Names that no one but a programmer uses. */
const PLAIN: Record<string, string> = { e164: 'Number', raw: 'As it came' };

/** What people call an entry; only steps have names of their own. */
export function entryInWords(entry: ScopeEntry): string {
  const parts = partsOf(entry.path);
  if (parts.length === 1) return ROOTS[entry.name] ?? inWords(entry.name);
  return parts[0] === 'steps' && parts.length === 2 && entry.title !== null
    ? entry.title
    : (PLAIN[entry.name] ?? inWords(entry.name));
}

/** "Person › First name" for input.person.firstName; a path that is not in scope stays as it is written. */
export function pathInWords(scope: readonly ScopeEntry[], path: string): string {
  const parts = partsOf(path);
  const entries = parts.map((_, index) => findEntry(scope, parts.slice(0, index + 1)));
  if (entries.length === 0 || entries.at(-1) === null) return path;
  const words = entries.flatMap((entry, index) => {
    const isPlain =
      index < parts.length - 1 && (index === 0 ? isShared(parts[0]) : parts[index] === 'output');
    return entry === null || isPlain ? [] : [entryInWords(entry)];
  });
  return words.join(' › ');
}

/** Where nearly all that is chosen comes from, so that it need not be said. */
function isShared(root: string | undefined): boolean {
  return root === 'input' || root === 'steps';
}

const LONGEST = 60;

/** What an entry holds, by an example; for what holds others, of what kind it is. */
export function sampleInWords({ sample, children, type }: ScopeEntry): string {
  return children.length > 0 || !isPlain(sample) ? typeInWords(type) : String(sample).slice(0, LONGEST);
}

function isPlain(value: JsonValue): value is string | number | boolean {
  return (
    (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean'
  );
}
