import { Command } from 'cmdk';
import { StickyNote } from 'lucide-react';
import { useState } from 'react';
import { noteName } from '@/components/graph/model/notes';
import { StepIcon } from '@/components/graph/step-icon';
import { notesSaying, searched, type View } from '@/features/editor/model/view';

interface GraphSearchProps {
  view: View;
  onSelect: (id: string) => void;
  onClose: () => void;
}

const item =
  'm-1 flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 data-[selected=true]:bg-hover';

/** Finds a step or note of this workflow and shows where it is. */
export function GraphSearch({ view, onSelect, onClose }: GraphSearchProps) {
  const [query, setQuery] = useState('');
  const found = searched(view, query);
  const notes = notesSaying(view, query);
  return (
    <div
      role="search"
      className="absolute top-2 right-2 z-20 w-80 max-w-[calc(100%-1rem)] animate-rise rounded-lg bg-surface shadow-float"
    >
      <Command
        label="Search in the workflow"
        shouldFilter={false}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      >
        <Command.Input
          autoFocus
          value={query}
          onValueChange={setQuery}
          aria-label="Search in the workflow"
          placeholder="Search in the workflow"
          className="h-10 w-full rounded-lg bg-transparent px-3 placeholder:text-ink-faint focus-visible:-outline-offset-2"
        />
        <Command.List className="max-h-72 overflow-y-auto" label="Steps and notes found">
          {query !== '' && (
            <Command.Empty className="p-3 text-ink-faint">Nothing fits “{query}”.</Command.Empty>
          )}
          {found.slice(0, 50).map((step) => (
            <Command.Item key={step.id} value={step.id} onSelect={() => onSelect(step.id)} className={item}>
              <StepIcon category={step.category} icon={step.icon} className="size-7" />
              <span className="min-w-0">
                <span className="block truncate">{step.name}</span>
                <span className="block truncate text-xs text-ink-faint">{step.does}</span>
              </span>
            </Command.Item>
          ))}
          {notes.map((note) => (
            <Command.Item
              key={note.key}
              value={note.key}
              onSelect={() => onSelect(note.key)}
              className={item}
            >
              <StickyNote className="mx-1.5 size-4 text-ink-faint" aria-label="Note" />
              <span className="min-w-0 truncate">{noteName(note.text)}</span>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </div>
  );
}
