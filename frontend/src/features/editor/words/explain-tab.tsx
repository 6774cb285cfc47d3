import { useQuery } from '@tanstack/react-query';
import { Failure } from '@/components/ui/failure';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import type { Definition } from '@/features/editor/model/steps';
import { wordsApi } from '@/lib/api/words';

/** What the draft does, as sentences that follow its edits. */
export function ExplainTab({ definition }: { definition: Definition }) {
  const isEmpty = definition.nodes.length === 0;
  const told = useQuery({
    queryKey: ['explain-workflow', definition],
    queryFn: () => wordsApi.explainWorkflow(definition),
    enabled: !isEmpty,
    placeholderData: (before) => before,
    gcTime: 0,
  });
  if (isEmpty)
    return <p className="text-ink-faint">There is nothing to explain yet: the draft has no steps.</p>;
  if (told.isError) return <Failure error={told.error} onRetry={() => void told.refetch()} />;
  if (told.isPending)
    return (
      <Loading label="Putting the draft into words">
        <Skeleton className="h-40" />
      </Loading>
    );
  const lines = told.data.text.split('\n');
  const steps = lines.filter((line) => line.startsWith('- '));
  return (
    <div className="flex flex-col gap-3">
      {lines
        .filter((line) => !line.startsWith('- '))
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
      <ul className="flex list-disc flex-col gap-1.5 pl-4 wrap-anywhere">
        {steps.map((line, index) => (
          <li key={index}>{line.slice(2)}</li>
        ))}
      </ul>
      <p className="text-sm text-ink-faint">Said by rules from the draft itself; no AI model was asked.</p>
    </div>
  );
}
