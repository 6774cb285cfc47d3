import { useQuery } from '@tanstack/react-query';
import { AiPage } from '@/features/ai/ai-page';
import { Budgets } from '@/features/ai/budgets';
import { count, dollars } from '@/features/ai/model/words';
import { UsageByDay } from '@/features/ai/usage-by-day';
import { UsageTable } from '@/features/ai/usage-table';
import { Failure } from '@/components/ui/failure';
import { Filter } from '@/components/ui/filter-bar';
import { Card } from '@/components/ui/page';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { aiQueries } from '@/lib/ai-queries';
import type { UsageReport } from '@/lib/ai-types';
import { queries } from '@/lib/queries';
import { useNow } from '@/lib/use-now';
import { useUrlFilters } from '@/lib/use-url-filters';

const DAY_MS = 86_400_000;
const RANGES = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
];

export function Component() {
  const { filters, setFilter } = useUrlFilters(['days']);
  const days = RANGES.some(({ value }) => value === filters.days) ? filters.days : '30';
  const now = useNow(DAY_MS);
  const from = new Date(now - (Number(days) - 1) * DAY_MS).toISOString().slice(0, 10);
  const usage = useQuery(aiQueries.usage(from, ''));
  return (
    <AiPage title="Usage and budgets" about="What models were asked for, what it cost, and what it may cost.">
      <Budgets />
      <Filter label="Time" value={days} options={RANGES} onChange={(value) => setFilter('days', value)} />
      {usage.isPending ? (
        <Loading label="Loading the usage">
          <Skeleton className="h-80 w-full rounded-lg" />
        </Loading>
      ) : usage.isError ? (
        <Card>
          <Failure error={usage.error} onRetry={() => void usage.refetch()} />
        </Card>
      ) : (
        <Usage usage={usage.data} />
      )}
    </AiPage>
  );
}

function Usage({ usage }: { usage: UsageReport }) {
  const names = useQuery(queries.workflowNames());
  const sum = (pick: (day: UsageReport['byDay'][number]) => number) =>
    usage.byDay.reduce((total, day) => total + pick(day), 0);
  const workflow = (id: string) => names.data?.find((known) => known.id === id)?.name ?? id;
  return (
    <>
      <dl className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <Figure label="Cost" value={dollars(sum((day) => day.cost))} />
        <Figure label="Calls" value={count(sum((day) => day.calls))} />
        <Figure label="Not answered" value={count(sum((day) => day.failures))} />
        <Figure label="Tokens" value={count(sum((day) => day.promptTokens + day.completionTokens))} />
      </dl>
      <UsageByDay usage={usage} />
      <div className="grid grid-cols-1 gap-5 xl:grid-cols-2">
        <UsageTable
          title="By workflow"
          sums={usage.byWorkflow}
          nameOf={workflow}
          none="Tried out by people"
        />
        <UsageTable title="By model" sums={usage.byModel} />
      </div>
    </>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div className="rounded-lg border bg-surface px-4 py-3">
      <dt className="text-sm text-ink-faint">{label}</dt>
      <dd className="mt-1 text-xl font-semibold tabular-nums">{value}</dd>
    </div>
  );
}
