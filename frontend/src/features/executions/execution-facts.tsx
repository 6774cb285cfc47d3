import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ExecutionStatusBadges } from '@/features/executions/execution-status-badges';
import { nodeOf, pathOf } from '@/features/executions/model/related';
import { keyInWords, startInWords } from '@/features/executions/model/words';
import { hasEnded } from '@/components/graph/model/states';
import { Elapsed, Moment } from '@/components/status/moment';
import { CopyText } from '@/components/ui/copy-text';
import type { Execution, ExecutionLink, ExecutionStatus } from '@/lib/api-types';
import { inWords } from '@/lib/format/words';

interface ExecutionFactsProps {
  execution: Execution;
  status: ExecutionStatus;
  paused: boolean;
  /** The workflow of the execution that has called this one; null while it is not known. */
  callerName: string | null;
  nameOf: (nodeId: string) => string;
}

const linkLook = 'rounded-sm text-accent-ink underline-offset-2 hover:underline';

export function ExecutionFacts({ execution, status, paused, callerName, nameOf }: ExecutionFactsProps) {
  const { calledBy, rerunOf } = execution;
  return (
    <dl className="-mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
      <Fact label="Status">
        <span role="status">
          <ExecutionStatusBadges status={status} paused={paused} />
        </span>
      </Fact>
      <Fact label="Started">
        <Moment at={execution.startedAt} />
      </Fact>
      <Fact label={hasEnded(status) ? 'Took' : 'For'}>
        <Elapsed {...execution} />
      </Fact>
      <Fact label="Trigger">{startInWords(execution)}</Fact>
      {calledBy && (
        <Fact label="Called by">
          <OtherExecution
            link={calledBy}
            name={callerName ?? 'another execution'}
            step={calledBy.step ? `at “${inWords(nodeOf(calledBy.step))}”` : null}
          />
        </Fact>
      )}
      {rerunOf && (
        <Fact label="Run again of">
          <OtherExecution
            link={rerunOf}
            name="an earlier execution"
            step={rerunOf.step ? `from “${nameOf(rerunOf.step)}”` : null}
          />
        </Fact>
      )}
      <Fact label="Version">
        <Link to={`/workflows/${execution.workflowId}`} className={linkLook}>
          v{execution.workflowVersion}
        </Link>
      </Fact>
      {Object.entries(execution.businessKeys ?? {}).map(([name, value]) => (
        <Fact key={name} label={keyInWords(name)}>
          <Link
            to={`/journeys?key=${encodeURIComponent(`${name}:${value}`)}`}
            className="rounded-sm text-accent-ink underline-offset-2 hover:underline"
          >
            {value}
          </Link>
        </Fact>
      ))}
      <Fact label="Correlation id">
        <CopyText text={execution.correlationId} label="correlation id" />
      </Fact>
    </dl>
  );
}

interface OtherExecutionProps {
  link: ExecutionLink;
  name: string;
  step: string | null;
}

function OtherExecution({ link, name, step }: OtherExecutionProps) {
  return (
    <Link to={pathOf({ id: link.executionId, step: link.step })} className={linkLook}>
      {name}
      {step && ` ${step}`}
    </Link>
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
