import { definitionOf } from '@/features/editor/model/editor-state';
import { ConflictDialog } from '@/features/editor/saving/conflict-dialog';
import { KeyboardMap } from '@/features/editor/toolbar/keyboard-map';
import type { Draft } from '@/features/editor/use-draft';
import type { Panels } from '@/features/editor/use-panels';

/** What lies over the whole editor: the keys, and the choice between two drafts. */
export function EditorDialogs({ draft, panels }: { draft: Draft; panels: Panels }) {
  return (
    <>
      {panels.open.has('help') && <KeyboardMap onClose={() => panels.close('help')} />}
      {draft.saving.kind === 'conflict' && (
        <ConflictDialog
          theirs={draft.saving.theirs}
          mine={definitionOf(draft.editor.state)}
          onTheirs={draft.takeTheirs}
          onMine={draft.saver.keepMine}
        />
      )}
    </>
  );
}
