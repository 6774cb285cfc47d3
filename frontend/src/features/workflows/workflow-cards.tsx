import { TriangleAlert, Zap } from 'lucide-react';
import { Moment } from '@/components/status/moment';
import { WorkflowStatusBadge } from '@/components/status/workflow-status';
import { Tag } from '@/components/ui/badge';
import { RowLink } from '@/components/ui/table';
import { WorkflowMenu } from '@/features/workflows/workflow-menu';
import type { WorkflowSummary } from '@/lib/api-types';
import { inWords, plural, triggerInWords } from '@/lib/format/words';

/** The workflows as cards, for those who look for one by what it does. */
export function WorkflowCards({ workflows }: { workflows: WorkflowSummary[] }) {
  return (
    <ul className="grid grid-cols-1 gap-px bg-line sm:grid-cols-2 xl:grid-cols-3" aria-label="Workflows">
      {workflows.map((workflow) => (
        <li
          key={workflow.id}
          className="relative flex flex-col gap-2 bg-surface p-4 transition-colors hover:bg-hover/60"
        >
          <div className="flex items-start gap-2">
            <RowLink to={`/workflows/${workflow.id}`} className="min-w-0 flex-1">
              {workflow.name}
            </RowLink>
            <WorkflowMenu workflow={workflow} />
          </div>
          <p className="line-clamp-2 min-h-10 text-sm text-ink-faint">{workflow.description}</p>
          <p className="flex items-center gap-1.5 text-sm text-ink-soft">
            <Zap className="size-3.5 shrink-0 text-ink-faint" aria-hidden />
            <span className="truncate">
              {workflow.triggers.length === 0
                ? 'Started by hand'
                : workflow.triggers.map(triggerInWords).join(', ')}
            </span>
          </p>
          <div className="mt-auto flex flex-wrap items-center gap-2">
            <WorkflowStatusBadge {...workflow} />
            {workflow.category && <Tag>{inWords(workflow.category)}</Tag>}
            {workflow.problemCount > 0 && (
              <span className="inline-flex items-center gap-1 text-sm text-failed">
                <TriangleAlert className="size-3.5" aria-hidden />
                {plural(workflow.problemCount, 'problem')}
              </span>
            )}
            <span className="ml-auto text-sm text-ink-faint">
              <Moment at={workflow.updatedAt} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
