import { CircleCheck } from 'lucide-react';
import { Link } from 'react-router';
import { Moment } from '@/components/status/moment';
import { EmptyState } from '@/components/ui/empty-state';
import { Card } from '@/components/ui/page';
import type { ErrorGroup } from '@/lib/insight-types';

/** What went wrong, by its cause: how often, when first and last, and what the last one said. */
export function ErrorGroups({ errors }: { errors: ErrorGroup[] }) {
  return (
    <Card>
      <h2 className="flex h-11 items-center border-b px-4 font-semibold">Why executions failed</h2>
      {errors.length === 0 ? (
        <EmptyState icon={CircleCheck} title="Nothing failed">
          Failed executions of this time are grouped here by their cause.
        </EmptyState>
      ) : (
        <ol>
          {errors.map((group) => (
            <li
              key={`${group.workflowId} ${group.nodeId ?? ''} ${group.code}`}
              className="flex items-start gap-4 border-b px-4 py-3 last:border-b-0"
            >
              <Link
                to={`/executions?workflowId=${group.workflowId}&status=FAILED`}
                aria-label={`${group.count} failed executions of ${group.workflowName}`}
                className="min-w-12 rounded-md bg-failed-soft px-2 py-1 text-center font-semibold text-failed tabular-nums hover:underline"
              >
                {group.count.toLocaleString('en-US')}
              </Link>
              <div className="min-w-0 flex-1">
                <p className="font-medium wrap-anywhere">{group.message || group.code}</p>
                <p className="text-sm text-ink-faint">
                  {group.workflowName}
                  {group.nodeId && ` · ${group.nodeName ?? group.nodeId}`} ·{' '}
                  <span className="font-mono text-xs">{group.code}</span>
                </p>
                <p className="text-sm text-ink-faint">
                  First <Moment at={group.firstSeen} />, last <Moment at={group.lastSeen} />
                </p>
              </div>
              <Link
                to={`/executions/${group.lastExecutionId}`}
                className="shrink-0 rounded-sm text-sm text-accent-ink hover:underline"
              >
                See the last
              </Link>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
