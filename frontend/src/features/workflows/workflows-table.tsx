import { TriangleAlert, Zap } from 'lucide-react';
import { Moment } from '@/components/status/moment';
import { WorkflowStatusBadge } from '@/components/status/workflow-status';
import { Tag } from '@/components/ui/badge';
import { WorkflowMenu } from '@/features/workflows/workflow-menu';
import { ActionsCell, Cell, NameCell, Row, RowLink, Table } from '@/components/ui/table';
import type { WorkflowSummary } from '@/lib/api-types';
import { inWords, plural, triggerInWords } from '@/lib/format/words';

const HEAD = [
  { label: 'Name', className: 'w-[58%] md:w-[40%]' },
  { label: 'Status' },
  { label: 'Starts when', className: 'hidden md:table-cell' },
  { label: 'Category', className: 'hidden lg:table-cell' },
  { label: 'Changed', className: 'text-right' },
  { label: 'Actions', className: 'w-12 [&]:text-transparent' },
];

export function WorkflowsTable({ workflows }: { workflows: WorkflowSummary[] }) {
  return (
    <Table caption="Workflows" head={HEAD} stacks>
      {workflows.map((workflow) => (
        <WorkflowRow key={workflow.id} workflow={workflow} />
      ))}
    </Table>
  );
}

function WorkflowRow({ workflow }: { workflow: WorkflowSummary }) {
  const { id, name, description, category, triggers, problemCount, updatedAt } = workflow;
  return (
    <Row>
      <NameCell>
        <RowLink to={`/workflows/${id}`}>{name}</RowLink>
        {description && <p className="truncate text-sm text-ink-faint">{description}</p>}
      </NameCell>
      <Cell>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <WorkflowStatusBadge {...workflow} />
          {problemCount > 0 && (
            <span className="inline-flex items-center gap-1 text-sm whitespace-nowrap text-failed">
              <TriangleAlert className="size-3.5" aria-hidden />
              {plural(problemCount, 'problem')}
            </span>
          )}
        </span>
      </Cell>
      <Cell className="hidden text-ink-soft md:table-cell">
        {triggers.length === 0 ? (
          <span className="text-ink-faint">Started by hand</span>
        ) : (
          <span className="flex items-center gap-1.5">
            <Zap className="size-3.5 shrink-0 text-ink-faint" aria-hidden />
            <span className="truncate">{triggers.map(triggerInWords).join(', ')}</span>
          </span>
        )}
      </Cell>
      <Cell className="hidden lg:table-cell">{category && <Tag>{inWords(category)}</Tag>}</Cell>
      <Cell className="text-right whitespace-nowrap text-ink-faint">
        <Moment at={updatedAt} />
      </Cell>
      <ActionsCell>
        <WorkflowMenu workflow={workflow} />
      </ActionsCell>
    </Row>
  );
}
