import { useEffect, useMemo, useState } from 'react';
import { toast } from 'sonner';
import { replace } from '@/features/editor/model/edits';
import { definitionOf } from '@/features/editor/model/editor-state';
import { sameJson } from '@/features/editor/model/same';
import { triggersOf } from '@/features/editor/model/triggers';
import { localDrafts } from '@/features/editor/saving/local-draft';
import { useAutosave } from '@/features/editor/saving/use-autosave';
import { useEditor } from '@/features/editor/use-editor';
import type { StepType, Workflow } from '@/lib/api-types';
import type { WorkflowDraft } from '@/lib/workflow-types';

/** The draft as it is edited: its definition with all edits, its name, and how far it is saved. */
export function useDraft(workflow: Workflow, stepTypes: StepType[], readOnly: boolean) {
  const [local] = useState(() => (readOnly ? null : unsavedOf(workflow)));
  const editor = useEditor({
    definition: workflow.definition,
    unsaved: local?.draft.definition ?? null,
    stepTypes,
    readOnly,
  });
  const [name, setName] = useState(local?.draft.name ?? workflow.name);
  const { description, category } = workflow;
  const definition = definitionOf(editor.state);
  const draft = useMemo<WorkflowDraft>(
    () => ({ name, description, category, definition }),
    [name, description, category, definition],
  );
  const [atStart] = useState<WorkflowDraft>(() =>
    local === null ? draft : { name: workflow.name, description, category, definition: workflow.definition },
  );
  const revision = local?.revision ?? workflow.revision;
  const { saving, saver } = useAutosave({ workflow, revision, atStart, draft, readOnly });

  useEffect(() => {
    if (local) toast('Changes that had not been saved are back.');
  }, [local]);

  /** Takes over what the server has; undoing brings one's own draft back. */
  function take(other: Workflow, label: string) {
    const action = replace(other.definition, label);
    const after = definitionOf(action.perform(editor.state));
    editor.run(action);
    setName(other.name);
    return { name: other.name, description, category, definition: after };
  }

  function takeTheirs() {
    if (saving.kind !== 'conflict') return;
    const { theirs } = saving;
    const taken = take(theirs, 'Take the other draft');
    saver.rebase(theirs, taken);
  }

  function restored(other: Workflow, version: number) {
    saver.rebase(other, take(other, `Restore version ${version}`));
  }

  const triggers = useMemo(() => triggersOf(definition).map(({ id, type }) => ({ id, type })), [definition]);
  return { editor, name, setName, saving, saver, takeTheirs, restored, triggers };
}

export type Draft = ReturnType<typeof useDraft>;

function unsavedOf(workflow: Workflow) {
  const local = localDrafts.read(workflow.id);
  if (!local) return null;
  const { name, definition } = local.draft;
  if (name === workflow.name && sameJson(definition, workflow.definition)) {
    localDrafts.forget(workflow.id);
    return null;
  }
  return local;
}
