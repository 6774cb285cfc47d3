import type { KeyboardEvent } from 'react';
import { START } from '@/features/editor/canvas/elements';
import { useCommands } from '@/features/editor/editor-context';
import { elementOf, focusSettings, focusSoon } from '@/features/editor/focus';
import { ACTIONS } from '@/features/editor/model/actions';
import { selected, type EditorState } from '@/features/editor/model/editor-state';
import { neighbourOf, type Way } from '@/features/editor/model/neighbour';
import { fits } from '@/features/editor/model/shortcut';
import type { View } from '@/features/editor/model/view';

const WAYS: Record<string, Way> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What the keys do on a step that has the focus; the library itself would move it past the list of edits. */
export function useCanvasKeys({ state, view }: { state: EditorState; view: View }) {
  const { run, update, openStart, closeStart } = useCommands();

  function press(event: KeyboardEvent) {
    const id = focusedStep(event);
    if (id === null) return;
    const way = WAYS[event.key];
    const edit = ACTIONS.find((action) => fits(action.shortcut, event.nativeEvent));
    if (way !== undefined && edit?.isEnabled(state)) run(edit);
    else if (way !== undefined) goOn(id, way);
    else if (event.key === 'Enter') openSettings(id);
    else if (event.key === 'Escape') selectNothing();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function goOn(id: string, way: Way) {
    const [entry] = view.entries;
    const next =
      id === START
        ? way === 'right'
          ? entry
          : undefined
        : (neighbourOf(view, id, way) ?? (way === 'left' && view.entries.includes(id) ? START : undefined));
    if (next === undefined) return;
    if (next === START) openStart();
    else update((now) => selected(now, [next]));
    focusSoon(() => elementOf(next));
  }

  function openSettings(id: string) {
    if (id === START) openStart();
    else update((now) => selected(now, [id]));
    focusSettings();
  }

  function selectNothing() {
    closeStart();
    update((now) => selected(now, []));
  }

  return press;
}

function focusedStep({ target }: KeyboardEvent): string | null {
  const isStep = target instanceof HTMLElement && target.classList.contains('react-flow__node');
  return isStep ? (target.dataset.id ?? null) : null;
}
