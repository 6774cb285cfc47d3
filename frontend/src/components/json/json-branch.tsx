import { useState } from 'react';
import { ChevronRight } from 'lucide-react';
import { CopyPath } from '@/components/json/copy-path';
import { pathTo } from '@/components/json/model/search';
import { cx } from '@/lib/cx';
import { plural } from '@/lib/format/words';
import { isObject, type JsonValue } from '@/lib/json';

interface JsonBranchProps {
  name: string | null;
  value: JsonValue;
  depth: number;
  /** How an expression names the value; null if none can. */
  path: string | null;
  allOpen: boolean;
}

const PAGE = 100;

const TYPE_LOOK: Record<string, string> = {
  string: 'text-completed',
  number: 'text-running',
  boolean: 'text-ai',
  object: 'text-ai',
};

export function JsonBranch({ name, value, depth, path, allOpen }: JsonBranchProps) {
  const [open, setOpen] = useState(allOpen || depth < 2);
  const [shown, setShown] = useState(PAGE);
  const entries = entriesOf(value);
  if (entries === null) return <Leaf name={name} value={value} path={path} />;
  if (entries.length === 0)
    return (
      <Line name={name} path={path}>
        {Array.isArray(value) ? '[ ]' : '{ }'}
      </Line>
    );
  const count = Array.isArray(value) ? plural(entries.length, 'item') : plural(entries.length, 'field');
  const list = entries
    .slice(0, shown)
    .map(([key, inner]) => (
      <JsonBranch
        key={key}
        name={key}
        value={inner}
        depth={depth + 1}
        path={path === null ? null : pathTo(path, key, Array.isArray(value))}
        allOpen={allOpen}
      />
    ));
  const more = entries.length > shown && (
    <button
      type="button"
      className="ml-4.5 rounded-sm text-accent-ink hover:underline"
      onClick={() => setShown(shown + PAGE)}
    >
      Show {plural(Math.min(PAGE, entries.length - shown), 'more item')}
    </button>
  );
  if (name === null)
    return (
      <>
        {list}
        {more}
      </>
    );
  return (
    <div>
      <div className="group flex items-center">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="-ml-1 flex min-h-6 items-center gap-1.5 rounded-sm pr-1 hover:bg-hover"
        >
          <ChevronRight
            className={cx('size-3.5 text-ink-faint transition-transform', open && 'rotate-90')}
            aria-hidden
          />
          <span className="text-ink-soft">{name}</span>
          {!open && <span className="text-ink-faint">{count}</span>}
        </button>
        {path !== null && <CopyPath path={path} />}
      </div>
      {open && <div className="ml-1.5 border-l pl-3">{list}</div>}
      {open && more}
    </div>
  );
}

function Leaf({ name, value, path }: Pick<JsonBranchProps, 'name' | 'value' | 'path'>) {
  if (value === undefined)
    return (
      <Line name={name} path={null}>
        nothing
      </Line>
    );
  return (
    <Line name={name} path={path} className={TYPE_LOOK[typeof value]}>
      {JSON.stringify(value)}
    </Line>
  );
}

interface LineProps {
  name: string | null;
  path: string | null;
  className?: string;
  children: string;
}

function Line({ name, path, className, children }: LineProps) {
  return (
    <div className={cx('group wrap-anywhere whitespace-pre-wrap', name !== null && 'pl-3.5')}>
      {name !== null && <span className="text-ink-soft">{name}: </span>}
      <span className={className ?? 'text-ink-faint'}>{children}</span>
      {name !== null && path !== null && <CopyPath path={path} />}
    </div>
  );
}

/** Of a list only what is there: a search leaves gaps. */
function entriesOf(value: JsonValue): [string, JsonValue][] | null {
  if (Array.isArray(value))
    return value.flatMap((item, index): [string, JsonValue][] =>
      item === undefined ? [] : [[String(index), item]],
    );
  return isObject(value) ? Object.entries(value) : null;
}
