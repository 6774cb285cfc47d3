import { closingInWords, holderInWords } from '@/features/inbox/model/words';
import { TaskBadges } from '@/features/inbox/task-badges';
import { Moment } from '@/components/status/moment';
import { Checkbox } from '@/components/ui/controls';
import { Cell, NameCell, Row, RowLink, Table } from '@/components/ui/table';
import type { Task } from '@/lib/api-types';
import { useNow } from '@/lib/use-now';

const HEAD = [
  { label: 'Task', className: 'w-[58%] md:w-[46%]' },
  { label: 'Due' },
  { label: 'Who', className: 'hidden md:table-cell' },
  { label: 'Asked' },
];

interface TasksTableProps {
  tasks: Task[];
  chosen: ReadonlySet<string>;
  onChoose: (id: string, isChosen: boolean) => void;
}

export function TasksTable({ tasks, chosen, onChoose }: TasksTableProps) {
  return (
    <Table caption="Tasks" head={HEAD} stacks>
      {tasks.map((task) => (
        <Row key={task.id}>
          <NameCell>
            <div className="flex items-start gap-3">
              {task.bulk && task.state === 'OPEN' && (
                <Checkbox
                  className="relative z-10 mt-0.5"
                  aria-label={`Choose “${task.title}”`}
                  checked={chosen.has(task.id)}
                  onCheckedChange={(checked) => onChoose(task.id, checked === true)}
                />
              )}
              <div className="min-w-0">
                <RowLink to={`/inbox/${task.id}`}>{task.title}</RowLink>
                <p className="truncate text-sm text-ink-faint">{task.workflowName}</p>
              </div>
            </div>
          </NameCell>
          <Cell>{task.state === 'OPEN' ? <TaskBadges task={task} /> : <Closing task={task} />}</Cell>
          <Cell className="hidden text-ink-soft md:table-cell">{holderInWords(task)}</Cell>
          <Cell className="whitespace-nowrap text-ink-soft">
            <Moment at={task.openedAt} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function Closing({ task }: { task: Task }) {
  const now = useNow(30_000);
  return <span className="text-ink-soft">{closingInWords(task, now)}</span>;
}
