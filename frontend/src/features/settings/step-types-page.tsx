import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plug } from 'lucide-react';
import { toast } from 'sonner';
import { SettingsPage } from '@/features/settings/settings-page';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { JsonTree } from '@/components/json/json-tree';
import { Tag } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { CopyText } from '@/components/ui/copy-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Card } from '@/components/ui/page';
import type { StepType } from '@/lib/api-types';
import { settingsApi } from '@/lib/api/settings';
import { queries } from '@/lib/queries';

const OWN_WORKERS = ['engine', 'io', 'ai'];

export function Component() {
  const types = useQuery(queries.stepTypes());
  const [removed, setRemoved] = useState<StepType | null>(null);
  return (
    <SettingsPage
      title="Step types"
      about="Steps that your own systems do. Each worker registers what it can do when it starts, and finds its requests on a topic of its own."
      query={types}
    >
      {(all) => {
        const external = all.filter((type) => !OWN_WORKERS.includes(type.worker));
        return (
          <>
            {external.length === 0 ? (
              <Card>
                <EmptyState icon={Plug} title="Only the built-in step types so far">
                  A worker registers its type with POST /api/step-types; it is in the palette of the builder
                  then.
                </EmptyState>
              </Card>
            ) : (
              external.map((type) => <StepTypeCard key={type.type} type={type} onRemove={setRemoved} />)
            )}
            {removed && <RemoveStepType type={removed} onClose={() => setRemoved(null)} />}
          </>
        );
      }}
    </SettingsPage>
  );
}

function StepTypeCard({ type, onRemove }: { type: StepType; onRemove: (type: StepType) => void }) {
  return (
    <Card className="p-5">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">{type.title}</h2>
          <p className="mt-0.5 text-ink-faint">{type.description}</p>
          <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
            <CopyText text={type.type} label="type" />
            <span className="text-ink-faint">
              worker <CopyText text={type.worker} label="worker" /> on topic{' '}
              <CopyText text={`step-requested.${type.worker}`} label="topic" />
            </span>
            {type.handles.map((handle) => (
              <Tag key={handle}>{handle}</Tag>
            ))}
          </div>
        </div>
        <Button variant="danger" onClick={() => onRemove(type)}>
          Remove
        </Button>
      </div>
      <div className="mt-4 grid grid-cols-1 gap-4 lg:grid-cols-2">
        <JsonTree label="What is configured" value={type.configSchema} />
        <JsonTree label="What it answers" value={type.outputSchema} />
      </div>
    </Card>
  );
}

function RemoveStepType({ type, onClose }: { type: StepType; onClose: () => void }) {
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => settingsApi.removeStepType(type.type),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['step-types'] });
      toast.success(`${type.title} is removed.`);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={`Remove ${type.title}?`}
      action="Remove"
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      It leaves the palette. Its worker registers it again when it starts the next time.
    </ConfirmDialog>
  );
}
