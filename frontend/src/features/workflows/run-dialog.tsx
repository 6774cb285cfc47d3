import { useQuery } from '@tanstack/react-query';
import { RunForm } from '@/features/workflows/run-form';
import { Dialog, DialogBody } from '@/components/ui/dialog';
import { Failure } from '@/components/ui/failure';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import type { Workflow } from '@/lib/api-types';
import type { JsonObject } from '@/lib/json';
import { queries } from '@/lib/queries';

interface RunDialogProps {
  workflow: Workflow;
  version: number;
  onClose: () => void;
}

/** Starts the published version, so the form is made from that version's input and not from the draft's. */
export function RunDialog({ workflow, version, onClose }: RunDialogProps) {
  const published = useQuery(queries.version(workflow.id, version));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Run “${workflow.name}”`}
      description={`Starts version ${version} now, with what you enter here.`}
    >
      {published.isPending ? (
        <DialogBody>
          <Loading label="Loading the form">
            <Skeleton className="mb-2 h-4 w-32" />
            <Skeleton className="mb-5 h-9 w-full" />
            <Skeleton className="mb-2 h-4 w-24" />
            <Skeleton className="h-9 w-full" />
          </Loading>
        </DialogBody>
      ) : published.isError ? (
        <Failure error={published.error} onRetry={() => void published.refetch()} />
      ) : (
        <RunForm
          workflowId={workflow.id}
          schema={(published.data.definition.input ?? {}) as JsonObject}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
