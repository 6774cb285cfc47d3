import { Link } from 'react-router';
import { Moment } from '@/components/status/moment';
import { Cell, NameCell, Row, RowLink, Table } from '@/components/ui/table';
import type { Schedule } from '@/lib/api-types';
import { scheduleInWords } from '@/lib/format/schedule';
import { timeInZone } from '@/lib/format/time';

const HEAD = [
  { label: 'Workflow', className: 'w-[40%]' },
  { label: 'When' },
  { label: 'Next start' },
  { label: 'Last start', className: 'hidden sm:table-cell text-right' },
];

export function SchedulesTable({ schedules }: { schedules: Schedule[] }) {
  return (
    <Table caption="Schedules" head={HEAD} stacks>
      {schedules.map((schedule) => (
        <ScheduleRow key={`${schedule.workflowId} ${schedule.triggerId}`} schedule={schedule} />
      ))}
    </Table>
  );
}

function ScheduleRow({ schedule }: { schedule: Schedule }) {
  const { workflowId, workflowName, lastRun, timeZone } = schedule;
  return (
    <Row>
      <NameCell>
        <RowLink to={`/workflows/${workflowId}`}>{workflowName}</RowLink>
      </NameCell>
      <Cell className="text-ink-soft">
        {scheduleInWords(schedule)}
        <span className="block text-sm text-ink-faint">
          {schedule.cron && <code className="mr-2">{schedule.cron}</code>}
          {timeZone}
          {schedule.businessDays && ', on business days'}
        </span>
      </Cell>
      <Cell>
        <span className="text-ink-faint sm:hidden">Next: </span>
        <NextStart schedule={schedule} />
      </Cell>
      <Cell className="hidden text-right whitespace-nowrap text-ink-faint sm:table-cell">
        {lastRun ? (
          <Link to={`/executions/${lastRun.executionId}`} className="underline">
            <Moment at={lastRun.startedAt} />
          </Link>
        ) : (
          'Never'
        )}
      </Cell>
    </Row>
  );
}

function NextStart({ schedule }: { schedule: Schedule }) {
  if (schedule.paused) return <>Paused</>;
  const at = schedule.next[0];
  return at === undefined ? (
    <>Not due again</>
  ) : (
    <time dateTime={at}>{timeInZone(at, schedule.timeZone)}</time>
  );
}
