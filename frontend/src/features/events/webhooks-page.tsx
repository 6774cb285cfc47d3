import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Webhook as WebhookIcon } from 'lucide-react';
import { Link } from 'react-router';
import { toast } from 'sonner';
import { EventsNav } from '@/features/events/events-nav';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { Moment } from '@/components/status/moment';
import { Badge, Tag } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { CopyText } from '@/components/ui/copy-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { eventsApi } from '@/lib/api/events';
import { eventsQueries } from '@/lib/events-queries';
import type { Webhook } from '@/lib/events-types';
import { curlOf, PROOFS } from '@/features/events/model/webhooks';

export function Component() {
  const webhooks = useQuery(eventsQueries.webhooks());
  const [rotated, setRotated] = useState<Webhook | null>(null);
  return (
    <Page
      title="Webhooks"
      about="Addresses at which other systems start workflows. Whoever knows an address may call it, so treat it as a secret."
    >
      <EventsNav />
      {webhooks.data !== undefined && webhooks.data.length > 0 ? (
        webhooks.data.map((webhook) => (
          <WebhookCard key={webhook.id} webhook={webhook} onRotate={() => setRotated(webhook)} />
        ))
      ) : (
        <Card>
          {webhooks.isPending ? (
            <RowSkeletons rows={3} />
          ) : webhooks.isError ? (
            <Failure error={webhooks.error} onRetry={() => void webhooks.refetch()} />
          ) : (
            <EmptyState
              icon={WebhookIcon}
              title="No webhooks yet"
              action={
                <Button asChild>
                  <Link to="/workflows">Go to Workflows</Link>
                </Button>
              }
            >
              Publish a workflow with a webhook trigger, and its address is here.
            </EmptyState>
          )}
        </Card>
      )}
      {rotated && <Rotate webhook={rotated} onClose={() => setRotated(null)} />}
    </Page>
  );
}

function WebhookCard({ webhook, onRotate }: { webhook: Webhook; onRotate: () => void }) {
  const address = window.location.origin + webhook.path;
  return (
    <Card className="flex flex-col gap-3 p-5">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="font-semibold">
            <Link to={`/workflows/${webhook.workflowId}`} className="hover:underline">
              {webhook.workflowName ?? 'A workflow that is not published any more'}
            </Link>
          </h2>
          <div className="mt-1 flex flex-wrap items-center gap-2 text-sm text-ink-faint">
            <Tag>{webhook.triggerId}</Tag>
            {!webhook.active && <Badge tone="paused">Not active</Badge>}
            <span>{PROOFS[webhook.proof]}</span>
            <span>
              {webhook.rotatedAt ? 'Address changed ' : 'Made '}
              <Moment at={webhook.rotatedAt ?? webhook.createdAt} />
            </span>
          </div>
        </div>
        <Button onClick={onRotate}>New address</Button>
      </div>
      <div className="rounded-md border bg-sunken px-2 py-1.5">
        <CopyText text={address} label="address" />
      </div>
      <details>
        <summary className="w-fit rounded-sm text-ink-soft hover:text-ink">Try it with curl</summary>
        <div className="mt-2 flex flex-col items-start gap-1 rounded-md border bg-sunken p-3">
          <pre tabIndex={0} className="w-full overflow-x-auto font-mono text-xs leading-5">
            {curlOf(webhook, address)}
          </pre>
          <CopyText text={curlOf(webhook, address)} label="the request" shown="Copy" />
        </div>
      </details>
    </Card>
  );
}

function Rotate({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const queryClient = useQueryClient();
  const rotate = useMutation({
    mutationFn: () => eventsApi.rotateWebhook(webhook.id),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['webhooks'] });
      toast.success('The webhook has a new address. Give it to the system that calls.');
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title="Give this webhook a new address?"
      action="Make a new address"
      busy={rotate.isPending}
      error={rotate.error}
      onConfirm={() => rotate.mutate()}
      onClose={onClose}
    >
      Whoever calls the old address is told that there is none, from now on.
    </ConfirmDialog>
  );
}
