import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { startInWords } from '@/features/executions/model/words';
import { hasEnded } from '@/components/graph/model/states';
import { Elapsed, Moment } from '@/components/status/moment';
import { StatusBadge } from '@/components/status/status-badge';
import { CopyText } from '@/components/ui/copy-text';
import type { Execution, ExecutionStatus } from '@/lib/api-types';

interface ExecutionFactsProps {
  execution: Execution;
  status: ExecutionStatus;
}

export function ExecutionFacts({ execution, status }: ExecutionFactsProps) {
  return (
    <dl className="-mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
      <Fact label="Status">
        <span role="status">
          <StatusBadge status={status} />
        </span>
      </Fact>
      <Fact label="Started">
        <Moment at={execution.startedAt} />
      </Fact>
      <Fact label={hasEnded(status) ? 'Took' : 'For'}>
        <Elapsed {...execution} />
      </Fact>
      <Fact label="Trigger">{startInWords(execution)}</Fact>
      <Fact label="Version">
        <Link
          to={`/workflows/${execution.workflowId}`}
          className="rounded-sm text-accent-ink underline-offset-2 hover:underline"
        >
          v{execution.workflowVersion}
        </Link>
      </Fact>
      <Fact label="Correlation id">
        <CopyText text={execution.correlationId} label="correlation id" />
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-center gap-2">
      <dt className="text-sm whitespace-nowrap text-ink-faint">{label}</dt>
      <dd className="min-w-0 truncate text-ink tabular-nums">{children}</dd>
    </div>
  );
}
