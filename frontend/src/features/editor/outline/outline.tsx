import { useMemo, useRef, type KeyboardEvent } from 'react';
import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useCommands } from '@/features/editor/editor-context';
import { focusSettings } from '@/features/editor/focus';
import { actionOf } from '@/features/editor/model/actions';
import { selected, type EditAction, type EditorState } from '@/features/editor/model/editor-state';
import { outlineOf } from '@/features/editor/model/outline';
import type { View } from '@/features/editor/model/view';
import { NoteList } from '@/features/editor/outline/note-list';
import { OutlineRow } from '@/features/editor/outline/outline-row';
import { problemsByStep } from '@/features/editor/problems/by-step';
import type { WorkflowProblem } from '@/lib/api-types';

interface OutlineProps {
  view: View;
  state: EditorState;
  problems: WorkflowProblem[];
  run: (action: EditAction) => void;
  onSelect: (id: string) => void;
  onAddNote: () => void;
  onClose: () => void;
}

/** The workflow as a tree: the same steps and the same commands for keyboards, screen readers and small screens. */
export default function Outline({ view, state, problems, run, onSelect, onAddNote, onClose }: OutlineProps) {
  const { pick, update, openStart } = useCommands();
  const list = useRef<HTMLUListElement>(null);
  const entries = useMemo(() => outlineOf(view), [view]);
  const byStep = useMemo(() => problemsByStep(problems), [problems]);
  const current = state.selection.findLast((id) => view.byId.has(id)) ?? entries[0]?.step.id ?? null;

  function focus(id: string | undefined) {
    if (id === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-step="${id}"]`)?.focus();
    onSelect(id);
  }

  function openSettings(id: string) {
    onSelect(id);
    focusSettings();
  }

  function press(event: KeyboardEvent, index: number) {
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: entries.length - 1 }[event.key];
    const id = entries[index]?.step.id ?? '';
    if (to !== undefined && !event.altKey) focus(entries[to]?.step.id);
    else if (event.key === 'Enter') openSettings(id);
    else if (event.key === ' ') onSelect(id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section
      aria-label="Outline"
      className="absolute inset-y-0 left-0 z-20 flex w-full max-w-80 flex-col border-r bg-surface lg:static lg:shrink-0"
    >
      <header className="flex items-center gap-1 border-b py-1 pr-1 pl-3">
        <h2 className="flex-1 font-semibold">Outline</h2>
        <Button variant="quiet" size="icon" aria-label="Close the outline" onClick={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-1">
        <button
          type="button"
          className="w-full rounded-md px-2 py-2 text-left hover:bg-hover"
          onClick={openStart}
        >
          What starts it
        </button>
        <ul ref={list} role="tree" aria-label="Steps" aria-multiselectable>
          {entries.map((entry, index) => (
            <OutlineRow
              key={entry.step.id}
              entry={entry}
              isCurrent={entry.step.id === current}
              isSelected={state.selection.includes(entry.step.id)}
              problem={byStep.get(entry.step.id) ?? null}
              onSelect={(adds) =>
                adds
                  ? update((now) => selected(now, [...now.selection, entry.step.id]))
                  : onSelect(entry.step.id)
              }
              onKeyDown={(event) => press(event, index)}
            />
          ))}
        </ul>
        {entries.length === 0 && <p className="px-2 py-3 text-ink-faint">There is no step yet.</p>}
        <NoteList notes={view.notes} selection={state.selection} onOpen={openSettings} />
      </div>
      {!state.readOnly && (
        <footer className="flex flex-wrap gap-1 border-t p-2">
          <Button
            size="sm"
            onClick={(event) => pick({ place: { kind: 'auto' }, at: { x: event.clientX, y: event.clientY } })}
          >
            Add a step
          </Button>
          <Button size="sm" variant="quiet" onClick={onAddNote}>
            Add a note
          </Button>
          {['duplicate', 'move-out', 'delete'].map(actionOf).map((action) => (
            <Button
              key={action.id}
              size="sm"
              variant="quiet"
              disabled={!action.isEnabled(state)}
              onClick={() => run(action)}
            >
              {action.label}
            </Button>
          ))}
        </footer>
      )}
    </section>
  );
}
