import { useEffect, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { Failure } from '@/components/ui/failure';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { DiffDetails } from '@/features/editor/versions/diff-details';
import { comparisonOf, NO_COMPARISON, type Comparison } from '@/features/editor/versions/comparison';
import type { View } from '@/features/editor/model/view';
import { VersionEntry } from '@/features/editor/versions/version-entry';
import type { Draft } from '@/features/editor/use-draft';
import type { Workflow } from '@/lib/api-types';
import { workflowsApi } from '@/lib/api/workflows';
import { messageOf } from '@/lib/http/problem';
import { queries } from '@/lib/queries';

interface VersionsDrawerProps {
  workflow: Workflow;
  draft: Draft;
  view: View;
  onComparison: (comparison: Comparison) => void;
}

/** What was published, by whom and why; each compared with the draft on the canvas, and brought back. */
export default function VersionsDrawer({ workflow, draft, view, onComparison }: VersionsDrawerProps) {
  const { id } = workflow;
  const queryClient = useQueryClient();
  const [compared, setCompared] = useState<number | null>(null);
  const versions = useQuery({
    queryKey: ['workflow', id, 'versions'],
    queryFn: async () => (await workflowsApi.versions(id)).items,
    staleTime: 0,
  });
  const diff = useQuery({
    queryKey: ['workflow', id, 'diff', compared, draft.saving.kind === 'saved' ? workflow.revision : null],
    queryFn: async () => {
      await draft.saver.flush();
      return workflowsApi.diff(id, String(compared), 'draft');
    },
    enabled: compared !== null,
    staleTime: 0,
    gcTime: 0,
  });
  const restore = useMutation({
    mutationFn: async (version: number) => {
      await draft.saver.flush();
      const { revision } = queryClient.getQueryData(queries.workflow(id).queryKey) ?? workflow;
      return { version, workflow: await workflowsApi.restore(id, version, revision) };
    },
    onSuccess: (result) => {
      draft.restored(result.workflow, result.version);
      setCompared(null);
      toast.success(`The draft is version ${result.version} again. Publish it to put it in force.`);
    },
    onError: (error) => toast.error(messageOf(error)),
  });

  const version = useQuery({ ...queries.version(id, compared ?? 0), enabled: compared !== null });
  const { catalogue } = draft.editor.state;
  useEffect(() => {
    if (compared === null || !diff.data || !version.data) return;
    onComparison(comparisonOf(diff.data, version.data.definition, view, catalogue));
    return () => onComparison(NO_COMPARISON);
  }, [compared, diff.data, version.data, view, catalogue, onComparison]);

  if (versions.isError) return <Failure error={versions.error} onRetry={() => void versions.refetch()} />;
  if (versions.isPending)
    return (
      <Loading label="Loading the versions">
        <Skeleton className="m-4 h-16" />
        <Skeleton className="m-4 h-16" />
      </Loading>
    );
  if (versions.data.length === 0)
    return (
      <p className="p-4 text-ink-faint">Nothing is published yet. Each publication becomes a version here.</p>
    );
  return (
    <ol className="divide-y">
      {versions.data.map((version) => (
        <VersionEntry
          key={version.version}
          version={version}
          isCompared={compared === version.version}
          mayRestore={!draft.editor.state.readOnly}
          isBusy={restore.isPending}
          onCompare={() => setCompared((now) => (now === version.version ? null : version.version))}
          onRestore={() => restore.mutate(version.version)}
        >
          {compared === version.version &&
            (diff.isError ? (
              <p className="text-failed">{messageOf(diff.error)}</p>
            ) : (
              diff.data && <DiffDetails diff={diff.data} />
            ))}
        </VersionEntry>
      ))}
    </ol>
  );
}
