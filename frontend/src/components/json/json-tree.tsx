import { useState } from 'react';
import { ChevronRight } from 'lucide-react';
import { CopyText } from '@/components/ui/copy-text';
import { cx } from '@/lib/cx';
import { plural } from '@/lib/format/words';
import { isObject, type JsonValue } from '@/lib/json';

interface JsonTreeProps {
  label: string;
  value: JsonValue;
}

/** A JSON value to read: names, values by type, and branches that open and close. */
export function JsonTree({ label, value }: JsonTreeProps) {
  return (
    <div className="min-w-0 rounded-md border bg-sunken">
      <div className="flex h-8 items-center justify-between border-b pr-1 pl-3">
        <h3 className="text-sm font-medium text-ink-soft">{label}</h3>
        {value !== undefined && value !== null && (
          <CopyText text={JSON.stringify(value, null, 2)} label={`${label} as JSON`} shown="JSON" />
        )}
      </div>
      <div
        className="max-h-96 overflow-auto px-3 py-2 font-mono text-xs leading-5"
        tabIndex={0}
        role="group"
        aria-label={label}
      >
        <Branch name={null} value={value} depth={0} />
      </div>
    </div>
  );
}

interface BranchProps {
  name: string | null;
  value: JsonValue;
  depth: number;
}

const PAGE = 100;

const TYPE_LOOK: Record<string, string> = {
  string: 'text-completed',
  number: 'text-running',
  boolean: 'text-ai',
  object: 'text-ai',
};

function Branch({ name, value, depth }: BranchProps) {
  const [open, setOpen] = useState(depth < 2);
  const [shown, setShown] = useState(PAGE);
  const entries = entriesOf(value);
  if (entries === null) return <Leaf name={name} value={value} />;
  if (entries.length === 0) return <Line name={name}>{Array.isArray(value) ? '[ ]' : '{ }'}</Line>;
  const count = Array.isArray(value) ? plural(entries.length, 'item') : plural(entries.length, 'field');
  const children = entries.slice(0, shown);
  const list = children.map(([key, inner]) => (
    <Branch key={key} name={key} value={inner} depth={depth + 1} />
  ));
  if (name === null) return <>{list}</>;
  return (
    <div>
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
      {open && <div className="ml-1.5 border-l pl-3">{list}</div>}
      {open && entries.length > shown && (
        <button
          type="button"
          className="ml-4.5 rounded-sm text-accent-ink hover:underline"
          onClick={() => setShown(shown + PAGE)}
        >
          Show {plural(Math.min(PAGE, entries.length - shown), 'more item')}
        </button>
      )}
    </div>
  );
}

function Leaf({ name, value }: { name: string | null; value: JsonValue }) {
  if (value === undefined) return <Line name={name}>nothing</Line>;
  return (
    <Line name={name} className={TYPE_LOOK[typeof value]}>
      {JSON.stringify(value)}
    </Line>
  );
}

interface LineProps {
  name: string | null;
  className?: string;
  children: string;
}

function Line({ name, className, children }: LineProps) {
  return (
    <div className={cx('wrap-anywhere whitespace-pre-wrap', name !== null && 'pl-3.5')}>
      {name !== null && <span className="text-ink-soft">{name}: </span>}
      <span className={className ?? 'text-ink-faint'}>{children}</span>
    </div>
  );
}

function entriesOf(value: JsonValue): [string, JsonValue][] | null {
  if (Array.isArray(value)) return value.map((item, index) => [String(index), item]);
  return isObject(value) ? Object.entries(value) : null;
}
