import { useQuery } from '@tanstack/react-query';
import { Hourglass } from 'lucide-react';
import { Link } from 'react-router';
import type { StepLog } from '@/lib/api-types';
import { inWords } from '@/lib/format/words';
import { queries } from '@/lib/queries';

const isAsking = (row: StepLog) => row.status === 'WAITING' && row.stepType.startsWith('human.');

/** Whom the execution waits for, with the way to what they are asked. */
export function WaitingForPeople({ id, rows }: { id: string; rows: StepLog[] }) {
  const asking = rows.filter(isAsking);
  const tasks = useQuery({ ...queries.tasksOfExecution(id), enabled: asking.length > 0 });
  if (asking.length === 0) return null;
  const open = (tasks.data ?? []).filter((task) => asking.some((row) => row.stepRunId === task.stepRunId));
  return (
    <ul className="flex flex-col gap-2" aria-label="Waiting for people">
      {open.map((task) => (
        <li
          key={task.id}
          className="flex flex-wrap items-center gap-x-2 rounded-md bg-waiting-soft px-3 py-2 text-waiting"
        >
          <Hourglass className="size-4" aria-hidden />
          <span>Waiting for {task.claim?.name ?? task.assignee ?? inWords(task.role)}:</span>
          <Link to={`/inbox/${task.id}`} className="font-medium underline">
            {task.title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
