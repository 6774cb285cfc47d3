import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { successRate } from '@/features/dashboard/model/figures';
import { Card } from '@/components/ui/page';
import { Cell, Row, Table } from '@/components/ui/table';
import { money, percent } from '@/lib/format/numbers';
import { duration } from '@/lib/format/time';
import type { ModelLine, StepLine, WorkflowLine } from '@/lib/insight-types';

const RIGHT = 'text-right whitespace-nowrap tabular-nums';
const linkLook = 'rounded-sm font-medium hover:underline';
const count = (number: number) => number.toLocaleString('en-US');
const inTime = (ms: number | null) => (ms === null ? '—' : duration(ms));
const nameOf = (name: string | null | undefined) => name ?? 'A workflow that is not published';

interface SectionProps {
  title: string;
  isEmpty: boolean;
  empty: string;
  children: ReactNode;
}

function Section({ title, isEmpty, empty, children }: SectionProps) {
  return (
    <Card>
      <h2 className="flex h-11 items-center border-b px-4 font-semibold">{title}</h2>
      {isEmpty ? <p className="px-4 py-6 text-center text-ink-faint">{empty}</p> : children}
    </Card>
  );
}

/** The workflows, those that failed most first. */
export function WorkflowLines({ workflows }: { workflows: WorkflowLine[] }) {
  return (
    <Section title="Workflows" isEmpty={workflows.length === 0} empty="Nothing ended in this time.">
      <Table
        caption="Workflows, those that failed most first"
        head={[
          { label: 'Workflow' },
          { label: 'Failed', className: 'text-right' },
          { label: 'Success', className: 'text-right' },
          { label: 'Half', className: 'text-right' },
          { label: '95 of 100', className: 'hidden text-right sm:table-cell' },
        ]}
      >
        {workflows.slice(0, 10).map((line) => {
          const rate = successRate(line.ended);
          return (
            <Row key={line.id}>
              <Cell className="w-full max-w-0 truncate">
                <Link to={`/executions?workflowId=${line.id}`} className={linkLook}>
                  {nameOf(line.name)}
                </Link>
              </Cell>
              <Cell className={RIGHT}>
                {line.ended.failed > 0 ? (
                  <Link
                    to={`/executions?workflowId=${line.id}&status=FAILED`}
                    className="rounded-sm text-failed hover:underline"
                  >
                    {count(line.ended.failed)}
                  </Link>
                ) : (
                  '0'
                )}
              </Cell>
              <Cell className={RIGHT}>{rate === null ? '—' : percent(rate)}</Cell>
              <Cell className={RIGHT}>{inTime(line.took.p50Ms)}</Cell>
              <Cell className={`hidden sm:table-cell ${RIGHT}`}>{inTime(line.took.p95Ms)}</Cell>
            </Row>
          );
        })}
      </Table>
    </Section>
  );
}

interface StepLinesProps {
  title: string;
  empty: string;
  steps: StepLine[];
}

export function StepLines({ title, empty, steps }: StepLinesProps) {
  return (
    <Section title={title} isEmpty={steps.length === 0} empty={empty}>
      <Table
        caption={title}
        head={[
          { label: 'Step' },
          { label: 'Attempts', className: 'hidden text-right sm:table-cell' },
          { label: 'Failed', className: 'text-right' },
          { label: 'Average', className: 'text-right' },
        ]}
      >
        {steps.map((step) => (
          <Row key={`${step.workflowId} ${step.nodeId}`}>
            <Cell className="w-full max-w-0">
              <Link to={`/workflows/${step.workflowId}`} className={`block truncate ${linkLook}`}>
                {step.nodeName ?? step.nodeId}
              </Link>
              <p className="truncate text-sm text-ink-faint">{nameOf(step.workflowName)}</p>
            </Cell>
            <Cell className={`hidden sm:table-cell ${RIGHT}`}>{count(step.attempts)}</Cell>
            <Cell className={RIGHT}>{count(step.failed)}</Cell>
            <Cell className={RIGHT}>{duration(step.averageMs)}</Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}

export function ModelLines({ models }: { models: ModelLine[] }) {
  return (
    <Section
      title="AI by workflow and model"
      isEmpty={models.length === 0}
      empty="No model was asked in this time."
    >
      <Table
        caption="AI by workflow and model, the dearest first"
        head={[
          { label: 'Workflow and model' },
          { label: 'Calls', className: 'text-right' },
          { label: 'Tokens', className: 'hidden text-right sm:table-cell' },
          { label: 'Cost', className: 'text-right' },
        ]}
      >
        {models.map(({ workflowId, workflowName, model, use }) => (
          <Row key={`${workflowId} ${model}`}>
            <Cell className="w-full max-w-0">
              <Link to={`/workflows/${workflowId}`} className={`block truncate ${linkLook}`}>
                {nameOf(workflowName)}
              </Link>
              <p className="truncate text-sm text-ink-faint">{model}</p>
            </Cell>
            <Cell className={RIGHT}>{count(use.calls)}</Cell>
            <Cell className={`hidden sm:table-cell ${RIGHT}`}>
              {count(use.promptTokens + use.completionTokens)}
            </Cell>
            <Cell className={RIGHT}>{money(use.cost)}</Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}
