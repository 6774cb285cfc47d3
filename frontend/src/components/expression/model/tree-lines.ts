import { inWords } from '@/lib/format/words';
import type { ScopeEntry } from '@/components/expression/model/scope-tree';

/** One line of the tree as it is shown. */
export interface Line {
  entry: ScopeEntry;
  level: number;
  open: boolean;
}

export function linesOf(scope: readonly ScopeEntry[], opened: ReadonlySet<string>, level: number): Line[] {
  return scope.flatMap((entry) => {
    const open = opened.has(entry.path);
    return [{ entry, level, open }, ...(open ? linesOf(entry.children, opened, level + 1) : [])];
  });
}

const MOST_FOUND = 100;

/** The entries of which all wanted words are said, without their levels. */
export function found(scope: readonly ScopeEntry[], wanted: string): Line[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return scope
    .flatMap((entry): Line[] => {
      const said =
        `${entry.path} ${inWords(entry.path)} ${entry.title ?? ''} ${entry.description ?? ''}`.toLowerCase();
      const is = words.every((word) => said.includes(word));
      return [...(is ? [{ entry, level: 1, open: false }] : []), ...found(entry.children, wanted)];
    })
    .slice(0, MOST_FOUND);
}

export function parentOf(lines: Line[], at: number): number {
  const level = lines[at]?.level ?? 1;
  for (let index = at - 1; index >= 0; index -= 1) if ((lines[index]?.level ?? 0) < level) return index;
  return at;
}
