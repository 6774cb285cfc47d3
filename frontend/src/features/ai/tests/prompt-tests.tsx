import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FlaskConical, History, Plus } from 'lucide-react';
import { CallsDialog } from '@/features/ai/tests/calls-dialog';
import { LastRun } from '@/features/ai/tests/last-run';
import { resultOf } from '@/features/ai/model/test-draft';
import { RunBar } from '@/features/ai/tests/run-bar';
import { TestDialog } from '@/features/ai/tests/test-dialog';
import { TestEntry } from '@/features/ai/tests/test-entry';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure, Notice } from '@/components/ui/failure';
import { Card } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { aiQueries } from '@/lib/ai-queries';
import type { Prompt } from '@/lib/ai-types';
import { aiApi } from '@/lib/api/ai';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

const NEW = 'new';

interface PromptTestsProps {
  prompt: Prompt;
  /** The id of the test that is written in the dialog, "new" for one that is none yet, empty for none. */
  openTest: string;
  onOpenTest: (id: string) => void;
}

/** The tests of a prompt: what its answers must be, run against a version and a model. */
export function PromptTests({ prompt, openTest, onOpenTest }: PromptTestsProps) {
  const cache = useQueryClient();
  const [choosesCall, setChoosesCall] = useState(false);
  const cases = useQuery(aiQueries.cases(prompt.id));
  const mayBuild = may(useUser(), 'build');
  const renew = () => cache.invalidateQueries(aiQueries.cases(prompt.id));
  const run = useMutation({
    mutationFn: (body: { version: number; model?: string }) => aiApi.runCases(prompt.id, body),
    // A run that took too long for the answer to arrive was kept all the same.
    onSettled: renew,
  });
  if (cases.isPending) return <RowSkeletons rows={4} />;
  if (cases.isError) {
    return (
      <Card>
        <Failure error={cases.error} onRetry={() => void cases.refetch()} />
      </Card>
    );
  }

  const { items, lastRun } = cases.data;
  const opened = items.find(({ id }) => id === openTest);
  const adding = (
    <>
      <Button onClick={() => onOpenTest(NEW)}>
        <Plus aria-hidden />
        Write a test
      </Button>
      <Button onClick={() => setChoosesCall(true)}>
        <History aria-hidden />
        From a past call
      </Button>
    </>
  );
  return (
    <div className="flex min-w-0 flex-col gap-5">
      {items.length === 0 ? (
        <Card>
          <EmptyState icon={FlaskConical} title="No tests yet" action={mayBuild && adding}>
            A test says what the answer must be for some values. With a few of them you see what a new version
            or another model would change, before it answers customers.
          </EmptyState>
        </Card>
      ) : (
        <>
          {mayBuild && <RunBar prompt={prompt} busy={run.isPending} onRun={run.mutate} />}
          {run.isError && <Notice error={run.error} />}
          {lastRun && <LastRun run={lastRun} />}
          <ul className="flex min-w-0 flex-col gap-3">
            {items.map((test) => (
              <TestEntry
                key={test.id}
                promptId={prompt.id}
                stored={test}
                result={resultOf(test, lastRun)}
                wasRun={lastRun !== undefined}
                onEdit={mayBuild ? () => onOpenTest(test.id) : undefined}
                onRemoved={() => void renew()}
              />
            ))}
          </ul>
          {mayBuild && <div className="flex flex-wrap gap-2">{adding}</div>}
        </>
      )}
      {mayBuild && (openTest === NEW || opened) && (
        <TestDialog
          key={openTest}
          prompt={prompt}
          stored={opened}
          onSaved={() => void renew()}
          onClose={() => onOpenTest('')}
        />
      )}
      {choosesCall && (
        <CallsDialog
          promptId={prompt.id}
          onClose={() => setChoosesCall(false)}
          onMade={async (made) => {
            await renew();
            setChoosesCall(false);
            onOpenTest(made.id);
          }}
        />
      )}
    </div>
  );
}
