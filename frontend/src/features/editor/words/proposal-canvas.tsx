import { useMemo, type ReactNode } from 'react';
import { EditorContext, useCommands, type EditorCommands } from '@/features/editor/editor-context';

/** While something proposed is on the canvas, it can be looked at and not edited. */
export function ProposalCanvas({ isShown, children }: { isShown: boolean; children: ReactNode }) {
  const commands = useCommands();
  const looking = useMemo<EditorCommands>(
    () => ({ ...commands, run: () => undefined, update: () => undefined, readOnly: true }),
    [commands],
  );
  return <EditorContext value={isShown ? looking : commands}>{children}</EditorContext>;
}
