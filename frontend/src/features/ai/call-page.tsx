import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { count, dollars, purposeInWords } from '@/features/ai/model/words';
import { OutcomeBadge } from '@/features/ai/outcome-badge';
import { TestOfCall } from '@/features/ai/test-of-call';
import { Moment } from '@/components/status/moment';
import { CopyText } from '@/components/ui/copy-text';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { aiQueries } from '@/lib/ai-queries';
import type { AiCallDetail } from '@/lib/ai-types';
import { duration } from '@/lib/format/time';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

const PARENT = { to: '/ai/calls', label: 'Calls' };
const ROLES = {
  INSTRUCTIONS: 'Instructions',
  DATA: 'Data',
  ANSWER: 'Answer before',
  CORRECTION: 'What was wrong with it',
};

export function Component() {
  const { id = '' } = useParams();
  const call = useQuery(aiQueries.call(id));
  const mayBuild = may(useUser(), 'build');
  return (
    <Page
      title={call.data ? purposeInWords(call.data.purpose) : 'Call'}
      parent={PARENT}
      actions={mayBuild && call.data?.prompt && <TestOfCall call={call.data} promptId={call.data.prompt} />}
    >
      {call.isPending ? (
        <Loading label="Loading the call">
          <Skeleton className="h-80 w-full rounded-lg" />
        </Loading>
      ) : call.isError ? (
        <Card>
          <Failure error={call.error} onRetry={() => void call.refetch()} />
        </Card>
      ) : (
        <Call call={call.data} />
      )}
    </Page>
  );
}

function Call({ call }: { call: AiCallDetail }) {
  return (
    <>
      <dl className="-mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <Fact label="Outcome">
          <OutcomeBadge call={call} />
        </Fact>
        <Fact label="Model">
          {call.provider}/{call.model}
        </Fact>
        <Fact label="Tokens">
          {count(call.promptTokens)} sent, {count(call.completionTokens)} answered
        </Fact>
        <Fact label="Cost">{dollars(call.cost)}</Fact>
        <Fact label="Took">{duration(call.latencyMs)}</Fact>
        <Fact label="When">
          <Moment at={call.startedAt} />
        </Fact>
        {call.executionId && (
          <Fact label="Execution">
            <PageLink to={`/executions/${call.executionId}`}>Open</PageLink>
          </Fact>
        )}
        {call.prompt && (
          <Fact label="Prompt">
            <PageLink to={`/ai/prompts/${call.prompt}`}>
              {call.promptVersion === undefined ? 'A draft' : `Version ${call.promptVersion}`}
            </PageLink>
          </Fact>
        )}
        <Fact label="Hash">
          <CopyText text={call.hash} label="hash" />
        </Fact>
      </dl>
      <p className="text-ink-faint">
        As the model saw it: [[CUSTOMER_1]] and the like stand for personal data, which stays here.
      </p>
      {call.messages?.map((message, index) => (
        <Text key={index} title={ROLES[message.role]} text={message.text} />
      ))}
      {call.answer !== undefined && <Text title="Answer" text={call.answer} />}
    </>
  );
}

function Text({ title, text }: { title: string; text: string }) {
  return (
    <Card>
      <h2 className="border-b bg-sunken px-4 py-2 font-medium">{title}</h2>
      <p className="p-4 wrap-anywhere whitespace-pre-wrap">{text}</p>
    </Card>
  );
}

function PageLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="rounded-sm text-accent-ink underline-offset-2 hover:underline">
      {children}
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
