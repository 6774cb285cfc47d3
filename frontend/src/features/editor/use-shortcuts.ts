import { useEffect, useRef } from 'react';
import { VIEW_COMMANDS, type ViewCommand } from '@/features/editor/commands';
import { ACTIONS, actionOf, pasteText } from '@/features/editor/model/actions';
import type { EditAction, EditorState } from '@/features/editor/model/editor-state';
import { fits } from '@/features/editor/model/shortcut';

interface Shortcuts {
  state: EditorState;
  run: (action: EditAction) => void;
  show: (command: ViewCommand) => void;
}

/** These come as events of the clipboard, which need no permission. */
const BY_CLIPBOARD = new Set(['copy', 'cut', 'paste']);

/** Keys and the clipboard, wherever the focus is but in a field or a dialog. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });

  useEffect(() => {
    function press(event: KeyboardEvent) {
      const { state, run, show } = latest.current;
      if (event.defaultPrevented || isElsewhere(event)) return;
      const action = ACTIONS.find((one) => !BY_CLIPBOARD.has(one.id) && fits(one.shortcut, event));
      const command = VIEW_COMMANDS.find((one) => fits(one.shortcut, event));
      if (action?.isEnabled(state)) run(action);
      else if (command) show(command.id);
      else return;
      event.preventDefault();
    }
    function copy(event: ClipboardEvent) {
      const { state, run } = latest.current;
      const action = actionOf(event.type === 'cut' ? 'cut' : 'copy');
      if (isElsewhere(event) || !action.isEnabled(state) || hasTextSelected()) return;
      event.clipboardData?.setData('text/plain', action.perform(state).clipboard ?? '');
      event.preventDefault();
      run(action);
    }
    function paste(event: ClipboardEvent) {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isElsewhere(event) || text === '') return;
      latest.current.run(pasteText(text));
      event.preventDefault();
    }
    window.addEventListener('keydown', press);
    window.addEventListener('copy', copy);
    window.addEventListener('cut', copy);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('copy', copy);
      window.removeEventListener('cut', copy);
      window.removeEventListener('paste', paste);
    };
  }, []);
}

function isElsewhere(event: Event): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return (
    target?.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]') !=
    null
  );
}

function hasTextSelected(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}
