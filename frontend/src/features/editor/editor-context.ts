import { createContext, use } from 'react';
import type { Point } from '@/components/graph/model/layout';
import type { Size } from '@/components/graph/model/boxes';
import type { Place } from '@/features/editor/model/adding';
import type { EditAction, EditorState } from '@/features/editor/model/editor-state';

/** Asks which step to add at a place; `at` is where on the screen, beside a card if it has a size. */
export interface PickRequest {
  /** `auto`: behind what is selected. */
  place: Place | { kind: 'auto' };
  at: Point & Partial<Size>;
}

/** What parts of the canvas can do; it never changes, so that they need not be drawn again. */
export interface EditorCommands {
  run: (action: EditAction) => void;
  update: (change: (state: EditorState) => EditorState) => void;
  pick: (request: PickRequest) => void;
  /** Shows the settings of what starts the workflow. */
  openStart: () => void;
  closeStart: () => void;
  readOnly: boolean;
}

export const EditorContext = createContext<EditorCommands | null>(null);

export function useCommands(): EditorCommands {
  const commands = use(EditorContext);
  if (!commands) throw new Error('Expected an editor around this, but there is none.');
  return commands;
}
