import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { AnswerForm } from '@/features/inbox/answer-form';
import { ApprovalForm } from '@/features/inbox/approval-form';
import { closingInWords, holderInWords } from '@/features/inbox/model/words';
import { TaskActions } from '@/features/inbox/task-actions';
import { TaskBadges } from '@/features/inbox/task-badges';
import { TaskContext } from '@/features/inbox/task-context';
import { Moment } from '@/components/status/moment';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import type { TaskDetail } from '@/lib/api-types';
import { inWords } from '@/lib/format/words';
import { queries } from '@/lib/queries';
import { useNow } from '@/lib/use-now';
import { useUser } from '@/lib/use-session';

const PARENT = { to: '/inbox', label: 'Inbox' };

export function Component() {
  const { id = '' } = useParams();
  const detail = useQuery(queries.task(id));
  if (detail.isPending) {
    return (
      <Page title="Task" parent={PARENT}>
        <Loading label="Loading the task">
          <Skeleton className="h-60 w-full rounded-lg" />
        </Loading>
      </Page>
    );
  }
  if (detail.isError) {
    return (
      <Page title="Task" parent={PARENT}>
        <Card>
          <Failure error={detail.error} onRetry={() => void detail.refetch()} />
        </Card>
      </Page>
    );
  }
  return <TaskView key={id} detail={detail.data} />;
}

function TaskView({ detail }: { detail: TaskDetail }) {
  const { task, instructions, context } = detail;
  const isOpen = task.state === 'OPEN';
  return (
    <Page
      title={task.title}
      parent={PARENT}
      about={isOpen && <TaskBadges task={task} />}
      actions={isOpen && detail.mayAct && <TaskActions task={task} />}
    >
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Card className="flex flex-col gap-5 p-5">
          {instructions && <p className="wrap-anywhere whitespace-pre-wrap">{instructions}</p>}
          <TaskContext value={context} />
          <div className="flex flex-wrap gap-x-6 gap-y-1 border-t pt-4 text-sm text-ink-soft">
            <p>
              Asked of {holderInWords(task)} <Moment at={task.openedAt} />
            </p>
            <p>
              by{' '}
              <Link to={`/executions/${task.executionId}`} className="text-accent-ink hover:underline">
                {task.workflowName}
              </Link>
            </p>
          </div>
        </Card>
        <Card className="p-5">
          <Decision detail={detail} />
        </Card>
      </div>
    </Page>
  );
}

function Decision({ detail }: { detail: TaskDetail }) {
  const { task } = detail;
  const user = useUser();
  const now = useNow(30_000);
  if (task.state !== 'OPEN') {
    return (
      <div className="flex flex-col gap-3">
        <p className="font-medium">{closingInWords(task, now)}</p>
        {task.closing?.comment && <p className="wrap-anywhere whitespace-pre-wrap">{task.closing.comment}</p>}
        <TaskContext value={detail.answer} />
      </div>
    );
  }
  if (!detail.mayAct) {
    return (
      <p className="text-ink-faint">Only somebody with the role {inWords(task.role)} can decide this.</p>
    );
  }
  if (task.claim && task.claim.by !== user?.id) {
    return (
      <p className="text-ink-faint">
        {task.claim.name} has claimed this <Moment at={task.claim.at} />. Ask for it, or hand it on.
      </p>
    );
  }
  return task.kind === 'APPROVAL' ? (
    <ApprovalForm id={task.id} />
  ) : (
    <AnswerForm id={task.id} schema={detail.form ?? null} />
  );
}
