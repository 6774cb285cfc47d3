import { useMemo } from 'react';
import { definitionOf, type EditorState } from '@/features/editor/model/editor-state';
import { startInWords } from '@/features/editor/model/triggers';
import { viewOf } from '@/features/editor/model/view';
import { Explanation } from '@/features/editor/words/explanation';

/** What the draft does, as sentences that follow its edits. */
export function ExplainTab({ state }: { state: EditorState }) {
  const definition = definitionOf(state);
  const view = useMemo(() => viewOf(definition, state.catalogue), [definition, state.catalogue]);
  if (view.steps.length === 0)
    return <p className="text-ink-faint">There is nothing to explain yet: the draft has no steps.</p>;
  return (
    <div className="flex flex-col gap-3">
      <Explanation view={view} startWords={startInWords(definition)} />
      <p className="text-sm text-ink-faint">Said by rules from the draft itself; no AI model was asked.</p>
    </div>
  );
}
