import { useCallback, useEffect, useRef, useState } from 'react';
import { catalogueOf } from '@/features/editor/model/catalogue';
import { replace } from '@/features/editor/model/edits';
import { opened, type EditAction, type EditorState } from '@/features/editor/model/editor-state';
import type { Definition } from '@/features/editor/model/steps';
import type { StepType } from '@/lib/api-types';

interface Opening {
  definition: Definition;
  /** What was typed before a reload and could not be saved. */
  unsaved: Definition | null;
  stepTypes: StepType[];
  readOnly: boolean;
}

export interface Editor {
  state: EditorState;
  run: (action: EditAction) => void;
  update: (change: (state: EditorState) => EditorState) => void;
}

/** The state of the editor, and the two ways to change it. */
export function useEditor({ definition, unsaved, stepTypes, readOnly }: Opening): Editor {
  const [state, setState] = useState(() => {
    const start = opened(definition, catalogueOf(stepTypes), readOnly);
    return unsaved === null ? start : replace(unsaved, 'Unsaved changes brought back').perform(start);
  });
  const update = useCallback((change: (state: EditorState) => EditorState) => setState(change), []);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
  const run = useCallback((action: EditAction) => {
    const perform = (one: EditAction) => setState((now) => (one.isEnabled(now) ? one.perform(now) : now));
    if (action.id !== 'tidy') perform(action);
    else if (action.isEnabled(latest.current))
      void import('@/features/editor/layout/tidy').then(({ tidy }) => tidy(latest.current)).then(perform);
  }, []);
  return { state, run, update };
}
