import { useMemo, useState } from 'react';
import { Search } from 'lucide-react';
import { JsonBranch } from '@/components/json/json-branch';
import { kept } from '@/components/json/model/search';
import { CopyText } from '@/components/ui/copy-text';
import { isObject, type JsonValue } from '@/lib/json';

interface JsonTreeProps {
  label: string;
  value: JsonValue;
  /** How an expression names the value; with it the path of each part can be copied. */
  path?: string;
}

/** A JSON value to read: names, values by type, branches that open and close, and a search. */
export function JsonTree({ label, value, path }: JsonTreeProps) {
  const [words, setWords] = useState<string | null>(null);
  const found = useMemo(() => kept(value, words ?? ''), [value, words]);
  const isSearching = words !== null && words.trim() !== '';
  const hasParts = Array.isArray(value) || isObject(value);
  return (
    <div className="min-w-0 rounded-md border bg-sunken">
      <div className="flex h-8 items-center gap-1 border-b pr-1 pl-3">
        <h3 className="mr-auto text-sm font-medium text-ink-soft">{label}</h3>
        {hasParts && (
          <button
            type="button"
            aria-label={`Search the ${label.toLowerCase()}`}
            aria-expanded={words !== null}
            onClick={() => setWords(words === null ? '' : null)}
            className="grid size-6 place-items-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink"
          >
            <Search className="size-3.5" aria-hidden />
          </button>
        )}
        {value !== undefined && value !== null && (
          <CopyText text={JSON.stringify(value, null, 2)} label={`${label} as JSON`} shown="JSON" />
        )}
      </div>
      {words !== null && (
        <input
          autoFocus
          type="search"
          aria-label={`Words in the ${label.toLowerCase()}`}
          placeholder="Name or value"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setWords(null);
          }}
          className="block h-8 w-full border-b bg-surface px-3 text-sm placeholder:text-ink-faint focus-visible:-outline-offset-2"
        />
      )}
      <div
        className="max-h-96 overflow-auto px-3 py-2 font-mono text-xs leading-5"
        tabIndex={0}
        role="group"
        aria-label={label}
      >
        {isSearching && found === undefined ? (
          <p className="font-sans text-sm text-ink-faint">Nothing holds these words.</p>
        ) : (
          <JsonBranch
            key={isSearching ? words : ''}
            name={null}
            value={found}
            depth={0}
            path={path ?? null}
            allOpen={isSearching}
          />
        )}
      </div>
    </div>
  );
}
