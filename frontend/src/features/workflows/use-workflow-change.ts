import { useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { WorkflowSummary } from '@/lib/api-types';
import { workflowsApi } from '@/lib/api/workflows';
import { dashed, documentOf } from '@/lib/document-text';
import { messageOf } from '@/lib/http/problem';
import { saveAs } from '@/lib/save-as';

/** What is done with a workflow as a whole, each with a word about it and a way back where there is one. */
export function useWorkflowChange({ id, name }: WorkflowSummary) {
  const queryClient = useQueryClient();

  async function attempt(work: () => Promise<unknown>, said: string | null, undo?: () => void) {
    try {
      await work();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['workflows'] }),
        queryClient.invalidateQueries({ queryKey: ['workflow', id] }),
      ]);
      if (said !== null) toast.success(said, undo && { action: { label: 'Undo', onClick: undo } });
    } catch (error) {
      toast.error(messageOf(error));
    }
  }

  const unarchive = () => void attempt(() => workflowsApi.unarchive(id), `“${name}” is out of the archive.`);
  const resume = () => void attempt(() => workflowsApi.resume(id), `“${name}” goes on.`);

  /** By way of an export, so that its tests come along. */
  async function copy() {
    const text = await (await workflowsApi.export(id, 'json')).text();
    const document = { ...(JSON.parse(text) as object), name: `${name.slice(0, 110)} (copy)` };
    await workflowsApi.importText(await documentOf(new Blob([JSON.stringify(document)])));
  }

  async function download(format: 'json' | 'yaml') {
    saveAs(await workflowsApi.export(id, format), `${dashed(name) || 'workflow'}.${format}`);
  }

  return {
    duplicate: () => void attempt(copy, `“${name} (copy)” is a draft.`),
    exportAs: (format: 'json' | 'yaml') => void attempt(() => download(format), null),
    archive: () => void attempt(() => workflowsApi.archive(id), `“${name}” is archived.`, unarchive),
    unarchive,
    pause: () => void attempt(() => workflowsApi.pause(id), `“${name}” is paused.`, resume),
    resume,
  };
}
