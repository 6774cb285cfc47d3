import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { NewerTemplate } from '@/features/workflows/newer-template';
import { NextTimes } from '@/features/workflows/next-times';
import { WorkflowActions } from '@/features/workflows/workflow-actions';
import { WorkflowView } from '@/features/workflows/workflow-view';
import { Moment } from '@/components/status/moment';
import { WorkflowStatusBadge } from '@/components/status/workflow-status';
import { Tag } from '@/components/ui/badge';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import type { Workflow } from '@/lib/api-types';
import { inWords, triggerInWords } from '@/lib/format/words';
import { queries } from '@/lib/queries';

const PARENT = { to: '/workflows', label: 'Workflows' };

export function Component() {
  const { id = '' } = useParams();
  const workflow = useQuery(queries.workflow(id));
  const stepTypes = useQuery(queries.stepTypes());

  if (workflow.isError && !workflow.data) {
    return (
      <Page title="Workflow" parent={PARENT}>
        <Card>
          <Failure error={workflow.error} onRetry={() => void workflow.refetch()} />
        </Card>
      </Page>
    );
  }
  // Without the step types the canvas still shows names, so their failure does not hold it back.
  if (workflow.isPending || stepTypes.isPending) return <WorkflowSkeleton />;

  return (
    <Page
      title={workflow.data.name}
      parent={PARENT}
      about={<About workflow={workflow.data} />}
      actions={<WorkflowActions workflow={workflow.data} />}
    >
      <WorkflowView workflow={workflow.data} stepTypes={stepTypes.data ?? []} />
    </Page>
  );
}

function About({ workflow }: { workflow: Workflow }) {
  const starts = workflow.triggers.map((trigger) => triggerInWords(trigger)).join(' or ');
  return (
    <>
      {workflow.description && <p className="max-w-3xl">{workflow.description}</p>}
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
        <WorkflowStatusBadge {...workflow} />
        {workflow.category && <Tag>{inWords(workflow.category)}</Tag>}
        <span>{starts === '' ? 'Started by hand' : `Starts on: ${starts}`}</span>
        <span aria-hidden>·</span>
        <span>
          Changed <Moment at={workflow.updatedAt} />
          {workflow.updatedBy ? ` by ${workflow.updatedBy}` : ''}
        </span>
      </div>
      {workflow.triggers.some((trigger) => trigger.type === 'schedule') && (
        <NextTimes workflowId={workflow.id} />
      )}
      {workflow.template && <NewerTemplate madeOf={workflow.template} />}
    </>
  );
}

function WorkflowSkeleton() {
  return (
    <Page title="Workflow" parent={PARENT}>
      <Loading label="Loading the workflow">
        <Skeleton className="h-[28rem] w-full rounded-lg" />
      </Loading>
    </Page>
  );
}
