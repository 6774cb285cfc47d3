import { useState } from 'react';
import { Tabs } from '@/components/ui/tabs';
import type { EditorState } from '@/features/editor/model/editor-state';
import type { Draft } from '@/features/editor/use-draft';
import type { Comparison } from '@/features/editor/versions/comparison';
import { BuildTab } from '@/features/editor/words/build-tab';
import { ExplainTab } from '@/features/editor/words/explain-tab';

export interface WordsPanelProps {
  draft: Pick<Draft, 'editor' | 'name' | 'setName'>;
  /** Told what was proposed, to show it in place of the draft; null once it is decided. */
  onProposal: (proposal: EditorState | null) => void;
  onComparison: (comparison: Comparison) => void;
}

type Tab = 'build' | 'explain';

/** Has the draft changed by a sentence, or told in sentences. */
export default function WordsPanel(props: WordsPanelProps) {
  const { state } = props.draft.editor;
  const [tab, setTab] = useState<Tab>(state.readOnly ? 'explain' : 'build');
  const explain = <ExplainTab state={state} />;
  if (state.readOnly) return <div className="p-4">{explain}</div>;
  return (
    <div className="flex min-w-0 flex-col gap-3 p-4">
      <Tabs<Tab>
        label="Words and workflow"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'build', label: 'Build with words', content: <BuildTab {...props} /> },
          { value: 'explain', label: 'Explain', content: explain },
        ]}
      />
    </div>
  );
}
