import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { localDrafts } from '@/features/editor/saving/local-draft';
import { createSaver, type SaveState, type Saver } from '@/features/editor/saving/saver';
import { api } from '@/lib/api';
import type { Workflow } from '@/lib/api-types';
import { workflowsApi } from '@/lib/api/workflows';
import { queries } from '@/lib/queries';
import type { WorkflowDraft } from '@/lib/workflow-types';

interface Autosave {
  saving: SaveState;
  saver: Saver;
}

interface Options {
  workflow: Workflow;
  /** The revision that the draft is based on: not the workflow's if it was brought back from an earlier visit. */
  revision: number;
  /** What the server has of it. */
  atStart: WorkflowDraft;
  draft: WorkflowDraft;
  readOnly: boolean;
}

/** Saves each change of the draft after a moment, and keeps it in the browser until then. */
export function useAutosave({ workflow, revision, atStart, draft, readOnly }: Options): Autosave {
  const queryClient = useQueryClient();
  const [saving, setSaving] = useState<SaveState>({ kind: 'saved' });
  const { id } = workflow;
  const [saver] = useState(() =>
    createSaver(revision, atStart, {
      save: (base, changed) => workflowsApi.save(id, base, changed),
      load: () => api.workflow(id),
      onState: setSaving,
      onSaved: (saved) => {
        queryClient.setQueryData(queries.workflow(id).queryKey, saved);
        void queryClient.invalidateQueries({ queryKey: ['workflows'] });
      },
      keep: (kept) => (kept === null ? localDrafts.forget(id) : localDrafts.keep(id, kept)),
    }),
  );

  useEffect(() => {
    if (!readOnly) saver.change(draft);
  }, [saver, draft, readOnly]);

  useEffect(() => {
    const again = () => void saver.flush();
    saver.start();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      saver.stop();
    };
  }, [saver]);

  return { saving, saver };
}
