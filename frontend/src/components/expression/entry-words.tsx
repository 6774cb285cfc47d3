import type { ScopeEntry } from '@/components/expression/model/scope-tree';
import { sampleInWords } from '@/components/expression/model/scope-words';

/** What an entry is called and what it holds, for instance. */
export function EntryWords({ entry, words }: { entry: ScopeEntry; words: string }) {
  const { path, description } = entry;
  return (
    <>
      <span
        className="max-w-3/5 shrink-0 truncate"
        title={description === null ? path : `${path}: ${description}`}
      >
        {words}
      </span>
      <span className="min-w-0 flex-1 truncate text-right text-xs text-ink-faint">
        {sampleInWords(entry)}
      </span>
    </>
  );
}
