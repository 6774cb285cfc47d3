import { useCallback, useMemo, useState } from 'react';
import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { PublishDialog } from '@/components/publish/publish-dialog';
import { CanvasArea } from '@/features/editor/canvas-area';
import { EditorContext, type EditorCommands, type PickRequest } from '@/features/editor/editor-context';
import { EditorDialogs } from '@/features/editor/editor-dialogs';
import { addStep } from '@/features/editor/model/edits';
import { definitionOf, selected, type EditorState } from '@/features/editor/model/editor-state';
import { GoingOn } from '@/features/editor/going-on';
import { useCatalogue } from '@/features/editor/inspector/use-catalogue';
import { placeFor } from '@/features/editor/model/placing';
import { givenByStart } from '@/features/editor/model/starting';
import { viewOf } from '@/features/editor/model/view';
import { StepPicker } from '@/features/editor/palette/step-picker';
import { useValidation } from '@/features/editor/problems/use-validation';
import { ReadOnlyMark, SaveMark } from '@/features/editor/toolbar/save-mark';
import { TitleField } from '@/features/editor/toolbar/title-field';
import { TopBar } from '@/features/editor/toolbar/top-bar';
import { publishRefusal } from '@/features/editor/model/publishing';
import { useDraft } from '@/features/editor/use-draft';
import { usePanels } from '@/features/editor/use-panels';
import { useShortcuts } from '@/features/editor/use-shortcuts';
import { useViewCommands } from '@/features/editor/use-view-commands';
import type { StepType, Workflow } from '@/lib/api-types';

interface EditorProps {
  workflow: Workflow;
  stepTypes: StepType[];
  readOnly: boolean;
}

export default function Editor(props: EditorProps) {
  return (
    <ReactFlowProvider>
      <Inner {...props} />
    </ReactFlowProvider>
  );
}

function Inner({ workflow, stepTypes, readOnly }: EditorProps) {
  const draft = useDraft(workflow, stepTypes, readOnly);
  const { state, run, update } = draft.editor;
  const definition = definitionOf(state);
  const view = useMemo(() => viewOf(definition, state.catalogue), [definition, state.catalogue]);
  const { problems, errors, isBehind } = useValidation(state, workflow.problems);
  const known = useCatalogue();
  const panels = usePanels(['minimap']);
  const flow = useReactFlow();
  const [request, setRequest] = useState<PickRequest | null>(null);
  const [isStartOpen, setStartOpen] = useState(false);
  const [isPublishing, setPublishing] = useState(false);
  const [proposal, setProposal] = useState<EditorState | null>(null);

  // Whoever selects a step wants to see that.
  if (isStartOpen && state.selection.length > 0) setStartOpen(false);

  const openStart = useCallback(() => {
    update((now) => selected(now, []));
    setStartOpen(true);
  }, [update]);
  const closeStart = useCallback(() => setStartOpen(false), []);
  const commands = useMemo<EditorCommands>(
    () => ({ run, update, pick: setRequest, openStart, closeStart, readOnly }),
    [run, update, openStart, closeStart, readOnly],
  );
  // What is proposed covers the draft: nothing is done to what cannot be seen.
  const shown = proposal ?? state;
  const runShown = proposal === null ? run : ignored;
  const { show, goTo } = useViewCommands(view, panels, { ...commands, run: runShown });
  useShortcuts({ state: shown, run: runShown, show });

  function choose(type: StepType, asked: PickRequest['place']) {
    const box = document.querySelector('.react-flow')?.getBoundingClientRect() ?? new DOMRect();
    const centre = flow.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    const place = asked.kind === 'auto' ? placeFor(state, type, centre) : asked;
    run(addStep(type, place, givenByStart(type, definition, known)));
    setRequest(null);
    closeStart();
  }

  async function publish() {
    if (await draft.saver.flush()) setPublishing(true);
  }

  return (
    <EditorContext value={commands}>
      <div className="flex h-[calc(100dvh-3rem)] min-h-96 flex-col md:h-dvh">
        <TopBar
          workflowId={workflow.id}
          title={
            <>
              <TitleField name={draft.name} readOnly={readOnly} onChange={draft.setName} />
              {readOnly ? <ReadOnlyMark /> : <SaveMark saving={draft.saving} />}
            </>
          }
          state={shown}
          problems={problems}
          open={panels.open}
          run={runShown}
          show={show}
          refusal={
            proposal === null
              ? publishRefusal(workflow.status, { problems, errors, isBehind }, draft.saving.kind)
              : 'Accept or discard the proposal first.'
          }
          onPublish={() => void publish()}
        />
        <CanvasArea
          workflow={workflow}
          draft={draft}
          proposal={proposal}
          view={view}
          stepTypes={stepTypes}
          problems={problems}
          panels={panels}
          isStartOpen={isStartOpen}
          show={show}
          goTo={goTo}
          onChoose={(type) => choose(type, { kind: 'auto' })}
          onStartClose={closeStart}
          onProposal={setProposal}
        />
      </div>
      <StepPicker
        request={request}
        types={stepTypes}
        onChoose={(type, { place }) => choose(type, place)}
        onClose={() => setRequest(null)}
      />
      <GoingOn view={view} selection={state.selection} />
      <EditorDialogs draft={draft} panels={panels} />
      {isPublishing && (
        <PublishDialog
          workflow={{
            ...workflow,
            name: draft.name,
            definition,
            problems,
            triggers: draft.triggers,
          }}
          onClose={() => setPublishing(false)}
        />
      )}
    </EditorContext>
  );
}

const ignored = () => undefined;
