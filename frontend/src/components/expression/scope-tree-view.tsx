import { useRef, useState, type KeyboardEvent } from 'react';
import { ChevronRight } from 'lucide-react';
import { PATH_TYPE } from '@/components/expression/insert-path';
import type { ScopeEntry } from '@/components/expression/model/scope-tree';
import { EntryWords } from '@/components/expression/entry-words';
import { entryInWords, pathInWords } from '@/components/expression/model/scope-words';
import { found, linesOf, parentOf, type Line } from '@/components/expression/model/tree-lines';
import { cx } from '@/lib/cx';
import { Button } from '@/components/ui/button';
import { SearchInput } from '@/components/ui/controls';

interface ScopeTreeViewProps {
  scope: readonly ScopeEntry[];
  onPick: (path: string) => void;
}

/** As an expression names something, where the scope does not know all of its fields. */
const PATH = /^[A-Za-z_][\w-]*(\[\d+\])?(\.(`[^`]+`|[A-Za-z_][\w-]*)(\[\d+\])?)+$/;

/** What is in scope, as a tree to choose from: by click, by keyboard, or by dragging into a field. */
export function ScopeTreeView({ scope, onPick }: ScopeTreeViewProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(['input', 'steps']));
  const [wanted, setWanted] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const lines = wanted === '' ? linesOf(scope, opened, 1) : found(scope, wanted);
  const at = Math.min(active, lines.length - 1);

  function toggle(path: string, open: boolean) {
    const next = new Set(opened);
    if (open) next.add(path);
    else next.delete(path);
    setOpened(next);
  }

  function go(to: number) {
    const next = Math.max(0, Math.min(lines.length - 1, to));
    setActive(next);
    list.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[next]?.focus();
  }

  /** From the search one comes to what was found, and Enter takes the first of it. */
  function onSearchKey(event: KeyboardEvent) {
    const [first] = lines;
    if (event.key === 'ArrowDown') go(0);
    else if (event.key === 'Enter' && wanted !== '' && first) onPick(first.entry.path);
    else return;
    event.preventDefault();
  }

  function onKey(event: KeyboardEvent, line: Line) {
    const { entry, open } = line;
    const hasChildren = entry.children.length > 0 && wanted === '';
    const actions: Partial<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(lines.length - 1),
      ArrowRight: () => (hasChildren && !open ? toggle(entry.path, true) : go(at + 1)),
      ArrowLeft: () => (hasChildren && open ? toggle(entry.path, false) : go(parentOf(lines, at))),
      Enter: () => onPick(entry.path),
      ' ': () => onPick(entry.path),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  return (
    <div className="flex h-full min-h-0 flex-1 flex-col gap-2">
      <SearchInput
        aria-label="Search the data"
        placeholder="Search"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={onSearchKey}
      />
      {lines.length === 0 && (
        <div className="flex flex-col items-start gap-2 px-1 py-3 text-sm text-ink-faint">
          <p>Nothing here is called like that.</p>
          {PATH.test(wanted.trim()) && (
            <Button size="sm" onClick={() => onPick(wanted.trim())}>
              Use “{wanted.trim()}” all the same
            </Button>
          )}
        </div>
      )}
      <ul
        ref={list}
        role="tree"
        aria-label="Data in scope"
        className="min-h-0 flex-1 overflow-y-auto text-sm"
      >
        {lines.map((line, index) => (
          <li
            key={line.entry.path}
            role="treeitem"
            aria-level={line.level}
            aria-expanded={line.entry.children.length > 0 && wanted === '' ? line.open : undefined}
            aria-selected={index === at}
            tabIndex={index === at ? 0 : -1}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData(PATH_TYPE, line.entry.path);
              event.dataTransfer.setData('text/plain', line.entry.path);
            }}
            onFocus={() => setActive(index)}
            onKeyDown={(event) => onKey(event, line)}
            onClick={() => onPick(line.entry.path)}
            style={{ paddingLeft: `${(line.level - 1) * 14 + 4}px` }}
            className="flex min-h-7 cursor-pointer items-center gap-1 rounded-sm pr-1.5 hover:bg-hover"
          >
            <Opener line={line} hidden={wanted !== ''} onToggle={(open) => toggle(line.entry.path, open)} />
            <EntryWords
              entry={line.entry}
              words={wanted === '' ? entryInWords(line.entry) : pathInWords(scope, line.entry.path)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Opener({
  line,
  hidden,
  onToggle,
}: {
  line: Line;
  hidden: boolean;
  onToggle: (open: boolean) => void;
}) {
  if (line.entry.children.length === 0 || hidden) return <span className="size-5 shrink-0" />;
  return (
    <span
      aria-hidden
      className="grid size-5 shrink-0 place-items-center rounded-sm text-ink-faint hover:bg-line"
      onClick={(event) => {
        event.stopPropagation();
        onToggle(!line.open);
      }}
    >
      <ChevronRight className={cx('size-3.5 transition-transform', line.open && 'rotate-90')} />
    </span>
  );
}
