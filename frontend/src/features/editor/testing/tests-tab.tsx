import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FlaskConical, Play } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure, Notice } from '@/components/ui/failure';
import { RowSkeletons } from '@/components/ui/skeleton';
import { FromExecution } from '@/features/editor/testing/from-execution';
import { statesAfter, type NodeRunState } from '@/features/editor/testing/model/draft-run';
import { TestEntry } from '@/features/editor/testing/test-entry';
import { building } from '@/lib/api/building';
import { buildingQueries } from '@/lib/building-queries';
import type { TestCase, TestResult } from '@/lib/building-types';
import type { WorkflowDefinition } from '@/lib/definition';

interface TestsTabProps {
  workflowId: string;
  definition: WorkflowDefinition;
  onStates: (states: ReadonlyMap<string, NodeRunState>) => void;
}

/** The tests of the workflow: all must pass before it is published. */
export function TestsTab({ workflowId, definition, onStates }: TestsTabProps) {
  const cache = useQueryClient();
  const { data, error, refetch } = useQuery(buildingQueries.tests(workflowId));
  const renew = () => cache.invalidateQueries({ queryKey: buildingQueries.tests(workflowId).queryKey });
  const run = useMutation({ mutationFn: () => building.runTests(workflowId, definition) });
  const replace = useMutation({
    mutationFn: ({ id, test }: { id: string; test: TestCase }) => building.replaceTest(workflowId, id, test),
    onSuccess: renew,
  });
  const remove = useMutation({
    mutationFn: (id: string) => building.removeTest(workflowId, id),
    onSuccess: renew,
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <RowSkeletons rows={3} />;

  const results = new Map(run.data?.results.map((result) => [result.name, result]));
  const passed = [...results.values()].filter((result) => result.passed).length;
  const show = (result: TestResult) => onStates(statesAfter(definition, result, result.steps.length));

  return (
    <div className="flex min-w-0 flex-col gap-4">
      {data.length === 0 ? (
        <EmptyState icon={FlaskConical} title="No tests yet">
          A test is made of an execution that went as it should: it keeps the workflow from being published
          once it does something else.
        </EmptyState>
      ) : (
        <>
          <div className="flex items-center gap-3">
            <Button variant="primary" busy={run.isPending} onClick={() => run.mutate()}>
              <Play aria-hidden />
              Run all with this draft
            </Button>
            {run.data && (
              <span role="status" className="text-sm text-ink-faint">
                {passed} of {results.size} pass
              </span>
            )}
          </div>
          <ul className="flex min-w-0 flex-col gap-2">
            {data.map((test) => (
              <TestEntry
                key={test.id}
                test={test}
                result={results.get(test.test.name)}
                onShow={show}
                onReplace={(next) => replace.mutate({ id: test.id, test: next })}
                onRemove={() => remove.mutate(test.id)}
              />
            ))}
          </ul>
        </>
      )}
      {[run, replace, remove].map(
        (action, index) => action.isError && <Notice key={index} error={action.error} />,
      )}
      <FromExecution workflowId={workflowId} onMade={() => void renew()} />
    </div>
  );
}
