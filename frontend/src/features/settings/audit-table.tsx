import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { Link } from 'react-router';
import { actionInWords, subjectInWords, subjectPath } from '@/features/settings/model/audit';
import { JsonTree } from '@/components/json/json-tree';
import { Moment } from '@/components/status/moment';
import { CopyText } from '@/components/ui/copy-text';
import { Cell, Row, Table } from '@/components/ui/table';
import { cx } from '@/lib/cx';
import { queries } from '@/lib/queries';
import type { AuditEntry } from '@/lib/settings-types';

const HEAD = [
  { label: 'When' },
  { label: 'Who', className: 'hidden sm:table-cell' },
  { label: 'What', className: 'w-[60%] sm:w-[50%]' },
];

export function AuditTable({ entries }: { entries: AuditEntry[] }) {
  const { data: workflows = [] } = useQuery(queries.workflowNames());
  const names = new Map(workflows.map(({ id, name }) => [id, name]));
  return (
    <Table caption="Audit log" head={HEAD}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} subject={subjectInWords(entry, names)} />
      ))}
    </Table>
  );
}

function Entry({ entry, subject }: { entry: AuditEntry; subject: string }) {
  const path = subjectPath(entry);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Row>
        <Cell className="align-top whitespace-nowrap text-ink-soft">
          <Moment at={entry.at} />
        </Cell>
        <Cell className="hidden align-top sm:table-cell">{entry.actor.name}</Cell>
        <Cell className="max-w-0">
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="flex max-w-full items-start gap-1.5 rounded-sm text-left after:absolute after:inset-0"
          >
            <ChevronRight
              className={cx(
                'mt-0.5 size-4 shrink-0 text-ink-faint transition-transform',
                open && 'rotate-90',
              )}
              aria-hidden
            />
            <span className="min-w-0">
              <span className="font-medium">{actionInWords(entry)}</span>
              <span className="block truncate text-sm text-ink-faint">
                <span className="sm:hidden">{entry.actor.name}: </span>
                {subject}
              </span>
            </span>
          </button>
        </Cell>
      </Row>
      {open && (
        <tr className="border-b bg-sunken last:border-b-0">
          <td colSpan={HEAD.length} className="max-w-0 px-4 py-3">
            <div className="flex flex-col gap-2">
              <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-faint">
                <span>{entry.service}</span>
                <CopyText text={entry.subject.id} label="id" />
                {path && (
                  <Link to={path} className="text-accent-ink hover:underline">
                    Open
                  </Link>
                )}
                {entry.correlationId && (
                  <span>
                    correlation <CopyText text={entry.correlationId} label="correlation id" />
                  </span>
                )}
              </div>
              {entry.detail !== undefined && entry.detail !== null && (
                <JsonTree label="What changed" value={entry.detail} />
              )}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}
